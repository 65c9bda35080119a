import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { noticeCalendar, readCalendar, type Calendar, type Json } from '@chengban/domain';
import { parse } from 'yaml';
import { SettingsError } from './read-settings.js';

const FILE = 'calendar.yaml';

/** The working days by which terms are counted: the yearly notices, and over them the city's own file. */
export class CityCalendar {
  constructor(readonly calendar: Calendar) {}

  /**
   * Reads `calendar.yaml` in the data folder, where there is one: a new notice needs neither a release nor the internet.
   * @throws SettingsError saying what is wrong with the file
   */
  static in(dataDir: string): CityCalendar {
    const file = path.resolve(dataDir, FILE);
    if (!existsSync(file)) return new CityCalendar(noticeCalendar());
    const read = readCalendar(valueOf(file));
    if (read.ok) return new CityCalendar(read.value);
    const faults = read.error.map(({ message, cure }) => `  · ${message}${cure ?? ''}`);
    throw new SettingsError(`工作日历 ${file} 有误，请改正后重新启动：\n${[...new Set(faults)].join('\n')}`);
  }
}

function valueOf(file: string): Json {
  try {
    return (parse(readFileSync(file, 'utf8')) ?? null) as Json;
  } catch {
    // what is no YAML is no calendar either; the reader says how one is written
    return null;
  }
}
