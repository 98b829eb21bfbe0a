import { mount } from 'svelte';
import { takeFragment } from '../host/fragment';
import { link, linkIn } from '../join/door';
import { chosenLanguage, loadWords } from '../words';
import Root from './Root.svelte';

const target = document.getElementById('app');

/** A link in the address is taken away from it, and kept for as long as there is no seat. */
function takeLink(): boolean {
  if (!linkIn(location.hash.slice(1))) return false;
  link.keep(takeFragment());
  return true;
}

async function begin(): Promise<void> {
  if (!target) return;
  takeLink();
  // A link that is opened in a tab where this page is already.
  window.addEventListener('hashchange', () => takeLink() && location.reload());
  const language = chosenLanguage();
  document.documentElement.lang = language;
  await loadWords(language, ['kit', 'failure', 'refusal']);
  target.replaceChildren();
  mount(Root, { target });
}

void begin();
