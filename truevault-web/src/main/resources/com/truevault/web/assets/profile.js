import {draw} from './qr.js';

const place = document.querySelector('[data-totp]');
if (place) await draw(place, place.dataset.totp, 'M');
