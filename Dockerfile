# SPDX-License-Identifier: MIT
# An image with attache and nothing of what built it:
#
#   docker build -t attache .
#   docker run --rm -v "$PWD:/data" attache seed speeches/
#   docker run --rm -v "$PWD:/data" attache principles --csv
FROM debian:bookworm-slim AS build
COPY . /src
WORKDIR /src
RUN script/build package && cpack --preset package -G DEB

FROM debian:bookworm-slim
COPY --from=build /src/build/package/packages/attache_*.deb /packages/
RUN apt-get update \
  && apt-get install --yes --no-install-recommends /packages/*.deb \
  && rm -rf /var/lib/apt/lists/* /packages \
  && useradd --create-home attache
USER attache
# The folder that is mounted here holds the documents and gets the knowledge base.
WORKDIR /data
ENV ATTACHE_DB=/data/attache.db
ENTRYPOINT ["attache"]
CMD ["--help"]
