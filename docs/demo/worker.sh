#!/bin/sh
# A worker with JSON lines on standard output and trouble on standard error; it dies now and then, which its restart policy mends.
i=0
while [ "$i" -lt 600 ]; do
  i=$((i + 1))
  echo "{\"level\":\"info\",\"job\":$i,\"queue\":\"mail\",\"took_ms\":$((i * 37 % 90))}"
  [ $((i % 50)) -ne 0 ] || echo "WARN job $i took long, trying again" >&2
  sleep 0.05
done
echo "FATAL lost the connection to the broker" >&2
exit 1
