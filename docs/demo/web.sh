#!/bin/sh
# An access log: 20 requests every tenth of a second, a few of them slow or failing.
exec awk 'BEGIN {
  srand(7)
  split("GET GET GET GET POST PUT DELETE", method, " ")
  split("/ /index.html /login /api/orders /api/orders/%d /api/users/%d /static/app.js /health", path, " ")
  while (1) {
    for (i = 0; i < 20; i++) {
      status = rand() < 0.97 ? 200 : (rand() < 0.8 ? 404 : 502)
      route = sprintf(path[int(rand() * 8) + 1], rand() * 100000)
      printf "10.0.%d.%d - \"%s %s HTTP/1.1\" %d %d %.3f\n", rand() * 4, rand() * 250, \
        method[int(rand() * 7) + 1], route, status, rand() * 40000, rand() * rand()
      if (status == 502) printf "ERROR upstream timed out while reading %s\n", route
    }
    fflush()
    if (system("sleep 0.1") != 0) exit
  }
}'
