import '../page/accounting.ts';
import { offer } from '../page/task.ts';
import { drawSvg } from './annotorious-svg.ts';
import { drawWebgl } from './annotorious-webgl.ts';

offer({ drawSvg, drawWebgl });
