import { createContext, useContext, type ComponentType } from 'react';
import type { Evidence } from '../api/types';

/** A person or unit to be chosen. */
export interface NamedChoice {
  value: string;
  label: string;
}

export interface FilesInputProps {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  label: string;
  max?: number;
}

/** What a form's fields need from the page around them: names for ids, people and units to choose, a place for files. */
export interface FormSources {
  /** of people and units in the data, by id */
  names: Readonly<Record<string, string>>;
  /** files in the data */
  files: readonly Evidence[];
  /** fields that are the reviewers' alone: no part of what a unit hands in */
  reviewFields?: readonly string[];
  /** the deadline of what the form is filled in for; null: there is none to be held against */
  due?: string | null;
  units: readonly NamedChoice[];
  findPeople: (words: string) => Promise<NamedChoice[]>;
  FilesInput: ComponentType<FilesInputProps> | null;
  FileLinks: ComponentType<{ files: readonly Evidence[] }> | null;
}

const NOTHING: FormSources = {
  names: {},
  files: [],
  units: [],
  findPeople: () => Promise.resolve([]),
  FilesInput: null,
  FileLinks: null,
};

export const FormSourcesContext = createContext<FormSources>(NOTHING);

export const useFormSources = (): FormSources => useContext(FormSourcesContext);
