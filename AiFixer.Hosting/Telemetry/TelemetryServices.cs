using AiFixer.Core.Secrets;
using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Telemetry of every process of AiFixer, whichever host runs it.</summary>
public static class TelemetryServices
{
    public static void AddTelemetry(this IHostApplicationBuilder builder, ConfigurationProblems problems)
    {
        var options = TelemetrySettings.Read(builder.Configuration, problems);
        builder.Services.AddSingleton(options);
        KnownSecrets.Add(ConfiguredSecrets.Of(builder.Configuration));
        builder.Services.AddMaskedLogs();
        if (!options.IsOn)
            return;
        // Requests tell their route, path and status only where this is said before the server is made.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        builder.Services.AddHostedService<TelemetryService>();
        if (options.Logs)
            builder.Logging.AddOpenTelemetry(logs => Send(logs, options));
    }

    private static void Send(OpenTelemetryLoggerOptions logs, TelemetryOptions options)
    {
        var gate = new ExportGate("logs", options.QueueSize);
        var exporter = new OtlpLogExporter(Exports.Of(options, "logs"));
        logs.IncludeFormattedMessage = true;
        logs.SetResourceBuilder(ServiceResource.Of(options))
            .AddProcessor(new LogSource(exporter))
            .AddProcessor(new LogQueue(new LogExport(exporter, gate), gate, options));
    }
}
