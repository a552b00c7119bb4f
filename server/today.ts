/** Today where the author is, `YYYY-MM-DD`; the core has no clock. */
export function today(): string {
  const now = new Date();
  const part = (count: number, digits: number) => String(count).padStart(digits, '0');
  const year = now.getFullYear();
  // A clock that is so wrong gives no day that notes could be dated with.
  if (year < 0 || year > 9999) return '9999-12-31';
  return `${part(year, 4)}-${part(now.getMonth() + 1, 2)}-${part(now.getDate(), 2)}`;
}
