import { ValidationPipe } from '@nestjs/common';
import { invalidInput } from '../problems/common-problems.js';
import { fieldErrors } from './field-errors.js';

/** Bodies and queries become their DTO class or a 400 that names each wrong field. Unknown fields are refused. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => invalidInput(fieldErrors(errors)),
  });
