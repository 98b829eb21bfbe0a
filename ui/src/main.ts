import { mount } from 'svelte';
import App from './App.svelte';
import { connect } from './host';
import { program } from './state/program.svelte';
import { route } from './state/route.svelte';
import './style/base.css';
import { type Language, loadWords, t } from './words';

const target = document.getElementById('app');

async function begin(): Promise<void> {
  if (!target) return;
  const language: Language = localStorage.getItem('regiotafel.language') === 'en' ? 'en' : 'nl';
  document.documentElement.lang = language;
  await loadWords(language);
  document.addEventListener('regiotafel:denied', () => {
    target.textContent = t('app.denied');
  });
  await program.start(await connect());
  route.start(program.home?.route ?? '');
  target.replaceChildren();
  mount(App, { target });
}

void begin();
