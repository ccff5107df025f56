/** Something found elsewhere that can be chosen in a field. */
export interface RemoteOption {
  value: string;
  label: string;
  detail?: string;
}
