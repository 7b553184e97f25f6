using AiFixer.Engine.Nodes;
using AiFixer.Gateway;
using AiFixer.Gateway.Commands;
using AiFixer.Gateway.Draining;
using AiFixer.Gateway.Security;
using AiFixer.Grains;
using AiFixer.Grains.Membership;
using AiFixer.Hosting;
using AiFixer.Hosting.Configuration;
using AiFixer.Silo.Snapshots;
using AiFixer.Silo.Tables;
using Orleans.Dashboard;

namespace AiFixer.Silo;

/// <summary>The same service as the gateway's, as one of several: each takes alerts and clicks, and the grains share the incidents.</summary>
internal static class SiloProgram
{
    private const int CannotStart = 2;
    private const string Dashboard = "/cluster";

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception e) when (Startup.IsExpected(e))
        {
            await Console.Error.WriteLineAsync($"aifixer-silo: {e.Message}");
            return CannotStart;
        }
    }

    public static WebApplication Build(string[] args, Action<IServiceCollection>? more = null)
    {
        var builder = Startup.Configure(args);
        var problems = new ConfigurationProblems();
        var membership = Compose(builder, problems);
        problems.ThrowIfAny();
        builder.UseOrleans(silo => membership.Apply(silo).AddSnapshots(membership.Database).AddDashboard(options => options.HideTrace = true));
        builder.Services.AddHostedService<HeartService>();
        more?.Invoke(builder.Services);
        var app = builder.Build();
        DrainSetup.Use(app);
        app.MapGateway();
        app.MapOrleansDashboard(Dashboard).RequireAuthorization(Policies.Viewer);
        return app;
    }

    /// <summary>Reads the whole configuration and adds what it asks for; nothing is started.</summary>
    public static ClusterSettings Compose(WebApplicationBuilder builder, ConfigurationProblems problems)
    {
        SecretsInFiles.Check(builder.Configuration, problems);
        var membership = ClusterSettings.Read(builder.Configuration, problems);
        builder.AddSharedAiFixer(problems, (services, options, rules) => services.AddClusterNode(options, rules, new()).AddClusterHost());
        if (membership.Database is { } database)
            builder.Services.AddHostedService(provider => new ClusterTables(database, provider.GetRequiredService<ILoggerFactory>()));
        // Started before the silo and stopped after it: a grain finds its node at work.
        builder.Services.AddHostedService<NodeService>();
        builder.AddGateway(problems);
        DrainSetup.Add(builder, problems);
        return membership;
    }
}
