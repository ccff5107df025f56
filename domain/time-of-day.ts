const minutesOfDay = 24 * 60;

/** Minutes since midnight of a time of day, 'HH:MM'. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** The time of day so many minutes after midnight, 'HH:MM'; after 24 hours it begins anew. */
export function timeAt(minutes: number): string {
  const ofDay = ((minutes % minutesOfDay) + minutesOfDay) % minutesOfDay;
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** When a session is over, 'HH:MM'. */
export function endOfSession({ startsAt, minutes }: { startsAt: string; minutes: number }): string {
  return timeAt(minutesOf(startsAt) + minutes);
}
