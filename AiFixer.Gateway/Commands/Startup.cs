using System.Collections;
using AiFixer.Core.Ports;
using AiFixer.Engine.Leasing;
using AiFixer.Gateway.Draining;
using AiFixer.Gateway.Practice;
using AiFixer.Hosting;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Engines;
using AiFixer.Hosting.Lark;
using AiFixer.Storage;
using Environments = AiFixer.Hosting.Configuration.EnvironmentName;

namespace AiFixer.Gateway.Commands;

/// <summary>Puts the service together and runs it.</summary>
internal static class Startup
{
    public static WebApplicationBuilder Configure(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            EnvironmentName = Environments.Choose(Environment.GetEnvironmentVariable),
            ContentRootPath = ContentRoot(),
        });
        // What keeps it from starting is said once, in a sentence, by whoever ran it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        ConfigurationLayers.Arrange(builder.Configuration.Sources, builder.Environment.EnvironmentName, Variables());
        return builder;
    }

    public static async Task<int> ServeAsync(string[] args, CancellationToken cancellationToken)
    {
        var builder = Configure(args);
        var isLocal = EngineChoice.Read(builder.Configuration, new()) == EngineKind.Local;
        // Silos know nothing of a world that is in this process.
        await using var practice = isLocal ? await PracticeRoom.OpenAsync(builder, cancellationToken) : null;
        await using var app = Build(builder, services => practice?.Add(services));
        if (practice is not null)
            PracticeEndpoints.Map(app);
        await app.RunAsync(cancellationToken);
        return 0;
    }

    /// <summary>The whole service, its incidents run by this process or by silos.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, Action<IServiceCollection> more)
    {
        var problems = new ConfigurationProblems();
        var hasOthersBeside = Compose(builder, problems);
        more(builder.Services);
        problems.ThrowIfAny();
        var app = builder.Build();
        if (hasOthersBeside)
            DrainSetup.Use(app);
        app.MapGateway();
        return app;
    }

    /// <summary>Reads the whole configuration and adds what it asks for; nothing is started.</summary>
    /// <returns>Whether incidents are run by silos.</returns>
    public static bool Compose(WebApplicationBuilder builder, ConfigurationProblems problems)
    {
        SecretsInFiles.Check(builder.Configuration, problems);
        var engine = EngineChoice.Read(builder.Configuration, problems);
        builder.AddEngine(engine, problems);
        if (engine == EngineKind.Cluster)
            DrainSetup.Add(builder, problems);
        builder.AddLark(problems);
        builder.AddGateway(problems);
        return engine == EngineKind.Cluster;
    }

    /// <summary>Trouble that a message explains better than a stack trace.</summary>
    public static bool IsExpected(Exception e) => e
        is ConfigurationException
        or StorageRefusedException
        or LeaseHeldException
        or JournalUnavailableException
        or Microsoft.Extensions.Options.OptionsValidationException
        or IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException };

    private static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);

    /// <summary>Settings and pages lie beside the program, wherever it is started from.</summary>
    private static string ContentRoot() =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, "appsettings.json")) ? AppContext.BaseDirectory : Directory.GetCurrentDirectory();
}
