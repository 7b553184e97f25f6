# The gateway: webhooks, API, pages, and the engine where it runs alone. Its data goes to /data and nowhere else.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish AiFixer.Gateway/AiFixer.Gateway.csproj --configuration Release --output /app -p:UseAppHost=false
# The last stage has no shell to make it with.
RUN mkdir /data

# "extra" has the time zones that freezes and maintenance windows are told in.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build --chown=root:root /app .
COPY --from=build --chown=1654:1654 /data /data
ENV Storage__DataFolder=/data \
    Gateway__Urls=http://*:8080 \
    DOTNET_EnableDiagnostics=0
VOLUME ["/data", "/tmp"]
EXPOSE 8080
USER 1654:1654
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["dotnet", "/app/aifixer.dll", "health"]
ENTRYPOINT ["dotnet", "/app/aifixer.dll"]
