using System.Globalization;
using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Reads the section <c>Telemetry</c>, which the standard <c>OTEL_…</c> variables fill as well.</summary>
internal static class TelemetrySettings
{
    private const string Http = "http/protobuf";
    private const string Grpc = "grpc";
    private const int GrpcPort = 4317;

    public static TelemetryOptions Read(IConfiguration configuration, ConfigurationProblems problems)
    {
        var settings = new SettingsReader(configuration, problems).Section("Telemetry");
        var usual = new TelemetryOptions();
        var endpoint = settings.Flag("Disabled", false) ? null : Endpoint(settings, configuration);
        return new()
        {
            Endpoint = endpoint,
            OverHttp = OverHttp(settings, endpoint),
            Headers = settings.Text("Headers"),
            TimeoutMilliseconds = settings.Number("TimeoutMilliseconds", usual.TimeoutMilliseconds, 100, 60_000),
            QueueSize = settings.Number("QueueSize", usual.QueueSize, 100, 100_000),
            Delay = settings.Duration("Delay", usual.Delay, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
            MetricInterval = settings.Duration("MetricInterval", usual.MetricInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            SampleRatio = Ratio(settings),
            Traces = Wanted(settings, "Traces"),
            Metrics = Wanted(settings, "Metrics"),
            Logs = Wanted(settings, "Logs"),
            Database = settings.Flag("Database", usual.Database),
            ServiceName = settings.Text("ServiceName", usual.ServiceName),
        };
    }

    private static Uri? Endpoint(SettingsReader settings, IConfiguration configuration)
    {
        if (settings.Text("Endpoint") is not { } text)
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            settings.Problems.Add(settings.Key("Endpoint"), "must be an http or https address, such as http://collector:4318");
            return null;
        }

        if (endpoint.UserInfo.Length > 0)
            settings.Problems.Add(settings.Key("Endpoint"), $"must not hold a password; {settings.Key("Headers")} is the place for it");
        if (OwnAddresses.Have(endpoint, configuration))
            settings.Problems.Add(settings.Key("Endpoint"), "is this service itself: what it sent would be told again, for ever");
        return endpoint;
    }

    private static bool OverHttp(SettingsReader settings, Uri? endpoint)
    {
        var protocol = settings.Text("Protocol", endpoint?.Port == GrpcPort ? Grpc : Http);
        if (protocol is not (Http or Grpc))
            settings.Problems.Add(settings.Key("Protocol"), $"must be {Http} or {Grpc}, not \"{protocol}\"");
        return protocol != Grpc;
    }

    private static double Ratio(SettingsReader settings)
    {
        if (settings.Text("SampleRatio") is not { } text)
            return 1;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1)
            return ratio;
        settings.Problems.Add(settings.Key("SampleRatio"), $"must be a number from 0 to 1, not \"{text}\"");
        return 1;
    }

    /// <summary>The standard variables say <c>none</c> and <c>otlp</c>.</summary>
    private static bool Wanted(SettingsReader settings, string signal) => settings.Text(signal) switch
    {
        "none" => false,
        "otlp" => true,
        _ => settings.Flag(signal, true),
    };
}
