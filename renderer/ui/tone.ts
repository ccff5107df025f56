export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'neutral';
