// Own experience, before any card is seen.
import { begins, button, field, heading, read, see } from './find.mjs';

export async function writeExperience(page, { experience }) {
  await heading(page, 'Eerst uw eigen ervaring').waitFor();
  await button(page, begins(experience.by)).click();
  await field(page, 'Wat gebeurde er?').fill(experience.text);
  await field(page, 'Wat zou u willen verbeteren?').fill(experience.wish);
  // Nothing goes along unless the writer says so.
  await read(page, 'Deze ervaring gaat niet mee. U hoeft niets te doen.');
  if (experience.handedIn) {
    await button(page, /Ja, zij mag mee$/).click();
    await read(page, begins('Deze ervaring gaat mee'));
  }
  await button(page, 'Klaar').click();
  await heading(page, 'Wat deze tafel heeft: 1 ervaring').waitFor();
  await see(button(page, new RegExp(`${experience.by}.*${experience.handedIn ? 'gaat mee' : 'Wens:'}.*`, 's')));
  await read(page, experience.wish);
}
