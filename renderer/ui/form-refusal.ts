import { createContext } from 'react';

/** What the service said no to: for the whole form, and at single fields. */
export interface FormRefusal {
  text: string | null;
  fields: Readonly<Record<string, string>>;
}

export const noRefusal: FormRefusal = { text: null, fields: {} };

export const FormRefusalContext = createContext<FormRefusal>(noRefusal);
