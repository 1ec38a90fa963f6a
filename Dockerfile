# The command in a container: docker run --rm -u "$(id -u)" -v "$PWD:/pages" IMAGE render 01.page.yaml
# Python by its version, every package by its hashes (requirements.lock; ci/lock renews it).
FROM python:3.12.12-slim-bookworm AS build
WORKDIR /src
COPY requirements.lock .
RUN python -m venv /opt/layout \
 && /opt/layout/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock
COPY . .
RUN /opt/layout/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation . \
 && /opt/layout/bin/layout doctor

FROM python:3.12.12-slim-bookworm
COPY --from=build /opt/layout /opt/layout
ENV PATH=/opt/layout/bin:$PATH PYTHONDONTWRITEBYTECODE=1
WORKDIR /pages
USER 1000
ENTRYPOINT ["layout"]
CMD ["--help"]
