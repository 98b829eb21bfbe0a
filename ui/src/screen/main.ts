import { mount } from 'svelte';
import { connectScreen } from '../host';
import { program } from '../state/program.svelte';
import '../style/base.css';
import { chosenLanguage, loadWords, t } from '../words';
import Screen from './Screen.svelte';

const target = document.getElementById('app');

async function begin(): Promise<void> {
  if (!target) return;
  const language = chosenLanguage();
  document.documentElement.lang = language;
  await loadWords(language, ['kit', 'screen', 'failure', 'refusal']);
  const host = await connectScreen();
  // A projector whose address is one of before says so; it goes on by itself should the laptop know it again.
  host.onShut?.((why) => {
    if (why?.code === 'unknown' && !shown) target.textContent = t('app.denied');
  });
  let shown = false;
  host.onReach((reachable) => {
    if (!reachable || shown) return;
    shown = true;
    target.replaceChildren();
    mount(Screen, { target });
  });
  await program.start(host);
}

void begin();
