/** Takes what the address carries behind `#` away from it, so that it is not read over a shoulder or kept in a history. */
export function takeFragment(): string {
  const fragment = location.hash.slice(1);
  if (fragment) history.replaceState(null, '', location.pathname);
  return fragment;
}
