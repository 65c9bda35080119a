import { Module, type DynamicModule } from '@nestjs/common';
import { CityCalendar } from './city-calendar.js';
import { Settings } from './settings.js';

/** Makes the validated settings and the city's calendar injectable everywhere. */
@Module({})
export class ConfigModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: CityCalendar, useValue: CityCalendar.in(settings.DATA_DIR) },
      ],
      exports: [Settings, CityCalendar],
    };
  }
}
