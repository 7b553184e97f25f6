using AiFixer.Bench.Lives;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Commands;
using AiFixer.Plugins;
using AiFixer.Silo;
using Microsoft.Extensions.DependencyInjection.Extensions;

// The whole service with a fix that costs nothing: as a silo, or with the local host.
await using var app = args is ["local"] ? Startup.Build(Startup.Configure([]), AddNoop) : SiloProgram.Build([], AddNoop);
await app.RunAsync();

static void AddNoop(IServiceCollection services) => services
    .AddSingleton<IPlugin, NoopPlugin>()
    .Replace(ServiceDescriptor.Singleton<IAnalyst, NoopAnalyst>());
