/** What asks for attention, in words and with a place to go. */
import type { WatchItem } from '../../generated/WatchItem';
import { t } from '../../words';

/** That a table asks for help, and for how long. */
export function helpText(since: number, now: number): string {
  const minutes = Math.floor((now - since) / 60_000);
  return minutes < 1 ? t('desk.card.help_now') : t('desk.card.help', { n: minutes });
}

/** One plain sentence. */
export function watchText(item: WatchItem): string {
  switch (item.code) {
    case 'help':
      return t(item.minutes === 0 ? 'desk.watch.help_now' : 'watch.help', { table: item.table, minutes: item.minutes, about: item.about }).trim();
    case 'behind':
      return t('watch.behind', { table: item.table, step: t(`desk.step.${item.step}`) });
    case 'time':
      if (item.minutes === 0) return t('desk.watch.time_up');
      if (item.minutes === 1) return t('desk.watch.time_one');
      return item.minutes < 0 ? t('watch.time_over', { minutes: -item.minutes }) : t('watch.time', { minutes: item.minutes });
    default: {
      const { code, ...params } = item;
      return t(`watch.${code}`, params).trim();
    }
  }
}

/** Where a tap on it leads; `null` where there is nothing to open. */
export function watchPlace(item: WatchItem): string | null {
  if (item.code === 'posters') return 'desk/posters';
  if (item.code === 'time') return null;
  return `desk/table/${item.table}`;
}
