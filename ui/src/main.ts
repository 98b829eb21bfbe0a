import { mount } from 'svelte';
import App from './App.svelte';
import { connect } from './host';
import { program } from './state/program.svelte';
import { route } from './state/route.svelte';
import './style/base.css';
import { chosenLanguage, loadWords, t } from './words';

const target = document.getElementById('app');

async function begin(): Promise<void> {
  if (!target) return;
  const language = chosenLanguage();
  document.documentElement.lang = language;
  await loadWords(language);
  const host = await connect();
  // The desk belongs to one page; whoever comes with an address of before is told so.
  host.onShut?.((why) => {
    if (why?.code === 'unknown') target.textContent = t('app.denied');
  });
  // A new address that is opened in a tab where this page is already.
  window.addEventListener('hashchange', () => /^#token=/.test(location.hash) && location.reload());
  await program.start(host);
  if (program.shut) return;
  route.start(program.home?.route || 'home', (place) => void program.ask({ type: 'remember', route: place }, 'home').catch(() => {}));
  target.replaceChildren();
  mount(App, { target });
}

void begin();
