import { foldText } from './text.ts';

/** A place and the room in it, as one reads it: 'Casa Municipal de Cultura, ambiente 2'. */
export function nameRoom(place: string, room: string | null): string {
  return room === null ? place : `${place}, ${room}`;
}

/** What two rooms have in common that are one: place and room without case, accents and blanks too many. */
export function roomKey(place: string, room: string): string {
  return `${foldText(place)} / ${foldText(room)}`;
}
