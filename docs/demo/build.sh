#!/bin/sh
# A build: a burst of coloured compiler output, a progress bar that redraws itself, a pause; then it ends and is started anew.
awk 'BEGIN {
  for (module = 1; module <= 8; module++) {
    printf "\033[1m[INFO] Building module-%d\033[0m\n", module
    for (i = 1; i <= 120; i++)
      printf "[INFO] compiling src/main/java/org/example/module%d/Type%03d.java\n", module, i
    if (module % 3 == 0)
      printf "\033[33m[WARNING] module-%d: unchecked call in Type%03d.java\033[0m\n", module, module * 7
    for (percent = 0; percent <= 100; percent += 10)
      printf "\rtests %3d %%", percent
    printf "\n"
    fflush()
    if (system("sleep 0.5") != 0) exit
  }
  print "BUILD SUCCESS"
}'
sleep 2
