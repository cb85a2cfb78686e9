'use strict';

exports.start = () => undefined;
