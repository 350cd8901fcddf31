# The server in an image without a shell, as a user without rights, on a root that can be read-only.
#   docker build -t lookoutvision .
# docs/server-operations.md says how it is run.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/LookoutVision.Cli --configuration Release --output /app -p:DebugType=none \
 && mkdir -p /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build /app /app
COPY --from=build --chown=1654:1654 /data /var/lib/lookoutvision
WORKDIR /app
USER 1654:1654
ENV LOOKOUTVISION_HOME=/var/lib/lookoutvision \
    DOTNET_EnableDiagnostics=0 \
    DOTNET_gcServer=0
VOLUME /var/lib/lookoutvision
EXPOSE 8443
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "LookoutVision.Cli.dll"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8443", \
     "--access-keys", "/etc/lookoutvision/keys/access-keys", \
     "--certificate", "/etc/lookoutvision/tls/tls.crt", "--certificate-key", "/etc/lookoutvision/tls/tls.key"]
