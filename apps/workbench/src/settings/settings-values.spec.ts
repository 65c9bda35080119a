import type { NotificationSettings } from '@chengban/web';
import { bodyOf, valuesOf } from './settings-values';

const SETTINGS: NotificationSettings = {
  email: null,
  mailAvailable: true,
  digestAt: '08:30',
  quiet: { from: '22:00', to: '07:00' },
  urgentInQuiet: false,
  categories: [{ category: 'task', name: '新待办', help: '', urgent: false, inApp: 'now', mail: 'digest' }],
  revision: 3,
};

test('what is read is what would be saved', () => {
  expect(bodyOf(valuesOf(SETTINGS))).toEqual({
    email: null,
    digestAt: '08:30',
    quiet: { from: '22:00', to: '07:00' },
    urgentInQuiet: false,
    categories: [{ category: 'task', inApp: 'now', mail: 'digest' }],
  });
});

test('times that are not on screen are no quiet hours, and an empty address is none', () => {
  const { quietFrom: _, quietTo: __, ...values } = valuesOf({ ...SETTINGS, quiet: null });
  expect(bodyOf({ ...values, email: ' ' })).toMatchObject({ quiet: null, email: null });
});
