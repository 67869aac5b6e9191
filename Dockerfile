# docker build -t ventanilla . && docker run -p 8000:8000 -v ventanilla:/data ventanilla
FROM python:3.13-slim

RUN useradd --create-home --uid 10001 desk && install --directory --owner=desk /data
WORKDIR /app

# The dependencies change less often than the code, so they have a layer of their own.
COPY requirements/runtime.txt requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/runtime.txt

COPY bot/ bot/
COPY nlu/ nlu/
COPY handoff/ handoff/
COPY admin_api/ admin_api/
RUN python -m compileall -q bot nlu handoff admin_api

USER desk
ENV PYTHONUNBUFFERED=1 \
    VENTANILLA_DATA_DIR=/data \
    VENTANILLA_HOST=0.0.0.0 \
    VENTANILLA_PORT=8000
VOLUME /data
EXPOSE 8000

HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"VENTANILLA_PORT\"]}/healthz', timeout=4)"]

CMD ["python", "-m", "bot"]
