#!/bin/sh
# A client of the RPC: prints a batch of ten records every fifth of a second, as the parameters of logs.insert.
n=0
while :; do
  records=
  for i in 1 2 3 4 5 6 7 8 9 10; do
    n=$((n + 1))
    records="$records${records:+,}{\"source\":\"rpc:orders\",\"severity\":\"INFO\",\"body\":\"order $n accepted\",\"attributes\":{\"order\":$n}}"
  done
  echo "{\"records\":[$records]}"
  sleep 0.2
done
