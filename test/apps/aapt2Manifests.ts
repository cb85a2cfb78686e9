import { inflateRawSync } from 'node:zlib';

/*
 * The same manifest as Android's own tool writes it (aapt2 10.0.0 of Debian, with android-framework-res): package
 * com.harborlabs.notes, version "2.4.0 📒 ğ", code 318 and its upper half 2, from API 24, for API 29, debuggable, with a
 * label in the resources.
 */

/** As it is in an .apk. */
export const aapt2Binary = inflateRawSync(
  Buffer.from(
    'lZM7bxNBFIXPZHEweTrGgIEgUkcihgghhIACOsRLAlEgChzsJI4fWGtjCQkJCkRNyU+gpqZMQU1FgSj4I/DN3QmeLI4Eszo7' +
      'c8+9c18zk6ioLwXJaVkPE6mq8XgVrRfAKbAO7oMd8BZ8BJ/BT1B10lVwCzwGKXgHPoBP4Ae4NIUePAHvwS4oqKO6NtRklg6p' +
      'h9RFkmbUYN7QC23xeZuO8fPoW9g9QN/WI7hUA5jncNKsRvuYm/wbti+vufsnUklD1ilRmqwm+y2iaSIPdQ+5o5dwS3qGtqs+' +
      'Vj63yTtP/oPVXpa9KKfJddzBYod1Kt+7NZNbFmdaF3QeJoPv3zqriyat6Nq3r99XdNb5SupkNGTXCAytksNwPfyneG4x+27V' +
      'ybhPxi2s62af1VMJ9axp27q2YdlkpziA7SFnvZJWsRny9XVFNb4Be7fRdbH2tvujrgXPNYvdZk7NT+2v7IrmoYe0GU7F19C3' +
      'ytr8t6yHVcvf575pOXZ1g9vkT6FxQP//Z8/4/hSxGFge54A/XemNK9J7/7acS8AimJty7jRYBn2QehScG4ARkCvZG+RZ6Bdj' +
      'kbnsZfjdiPfjqJ1EhdjZKNvryfRwpesu4wr2YnyOSuaDXTGyOxO4I2Au2M0Fbiay24tdsXuf2S0F7ljOn18fz/nzNdxmTqIa' +
      'ToQapqIakshXNXDTOf9J6FPel4/xNOqDH6UQI4liaOyPLrnX5ai3cGU/l+1GjTkF/5dz/heCfxf5d/Z+stpno3zz+ybxpYjP' +
      'n7c74H78Bg==',
    'base64',
  ),
);

/** As it is in a bundle: `aapt2 link --proto-format`. */
export const aapt2Proto = inflateRawSync(
  Buffer.from(
    'nZRPa9RAGMbNJHHjrIUYeqgDxWVOIWCyXXuwe5BFwYO4q1bpUZlNZnenm39kZgu9bemepCDoTYV+Aq9eBE9+D68eSwXx6CSb' +
      'wkq9jAQG8s6b3/PMwzuB76/BHdggaVRkLHK8iRB5Nwh4OKEJ4X5d98MsCUg+DQrKg7qGgAWQlZCUjSgX+JbTyEk4JWOK1mW3' +
      'PyHFMCtiMuR+mgnK8QAqwJ3mAS04y9IHWUSRfmfrLpZy7ofFwuqYXb39FeCnSjx7hdcn+1mBtE6F/PVaIo0uaAPc/y+HA5JQ' +
      'tNbxt/126+z03dvWt1P3o/SJd5VwN2QxZzF9Hk33lmAEOjuVxfMLi5vYdTbymIhRViT3ZyyO9lZSqtvrzhdK6jcvqZfItDza' +
      '1a22Lx/3p3SB8b/1ByuN3nVHh60WMi1gf9G8zxr8pCFrxim/zaOp4hisJSz9K5FteUTdPVnUiWzgZ2pjIEgxpuJSyLp7doHc' +
      'RIal28BrLo9Rvjz0fgD4HaAmyfOYhUTIDxWnBUZ0OBuPyTCmyBDFjEpRw30zX4r2NPxKCWfKi0Vj1OxxUbB0LPfzCnhUAteh' +
      'Y8/ni98NBFe2HysJWPLKiidpfIjMEYn50u55nVHvircLHyGLhIIdMHGI7ymxjWquTL9PWOoeS8cyZMN+Wa3Ag44G5fAY9olW' +
      '/mL+AA==',
    'base64',
  ),
);
