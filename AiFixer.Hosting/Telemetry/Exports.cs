using OpenTelemetry.Exporter;

namespace AiFixer.Hosting.Telemetry;

/// <summary>How each signal reaches the collector.</summary>
internal static class Exports
{
    public static OtlpExporterOptions Of(TelemetryOptions options, string signal) => new()
    {
        Endpoint = options.OverHttp ? Below(options.Endpoint!, $"v1/{signal}") : options.Endpoint!,
        Protocol = options.OverHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc,
        Headers = options.Headers ?? "",
        TimeoutMilliseconds = options.TimeoutMilliseconds,
    };

    /// <summary>A collector may live below a path, as Langfuse's does.</summary>
    private static Uri Below(Uri endpoint, string path) => new($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}");
}
