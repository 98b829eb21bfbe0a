import type { Timer } from '../generated/Timer';
import { t } from '../words';

/** Milliseconds left on a clock at a moment of the laptop's time; `null` when nothing runs. Negative when over. */
export function left(timer: Timer, now: number): number | null {
  if (timer.type === 'running') return timer.ends - now;
  if (timer.type === 'paused') return timer.left;
  return null;
}

/** What is left in words: 'nog 19 min', 'nog 45 sec', '3 min over de tijd'. */
export function leftText(timer: Timer, now: number): string {
  const ms = left(timer, now);
  if (ms === null) return '';
  const paused = timer.type === 'paused' ? ` · ${t('clock.paused')}` : '';
  if (ms <= -60_000) return t('clock.over', { n: Math.floor(-ms / 60_000) }) + paused;
  if (ms <= 0) return t('clock.up') + paused;
  if (ms < 60_000) return t('clock.seconds', { n: Math.ceil(ms / 1000) }) + paused;
  // The screen's time ticks once a second: a clock of 25 minutes that was just started must not say 26 for a moment.
  return t('clock.minutes', { n: Math.ceil((ms - 1000) / 60_000) }) + paused;
}

/** A time of day of the laptop: '13:42'. */
export function timeOfDay(ms: number): string {
  return new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' }).format(ms);
}

/** Minutes after midnight as a time of day: 720 is '12:00'. */
export function minutesText(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
