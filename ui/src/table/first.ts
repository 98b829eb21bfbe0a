import '../style/base.css';

/** The first that a device runs: what the page says already is painted before all the rest is fetched and read, which takes a slow phone a second. */
function begin(): void {
  void import('./main');
}

// A page that nobody looks at is not painted, so it need not wait for that.
if (document.visibilityState === 'hidden') begin();
else requestAnimationFrame(() => setTimeout(begin));
