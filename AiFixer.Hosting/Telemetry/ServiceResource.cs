using OpenTelemetry.Resources;

namespace AiFixer.Hosting.Telemetry;

/// <summary>Who tells it. The standard variables for the resource are heard as well.</summary>
internal static class ServiceResource
{
    private static readonly string Instance = $"{Environment.MachineName}/{Environment.ProcessId}";

    public static ResourceBuilder Of(TelemetryOptions options) => ResourceBuilder.CreateDefault()
        .AddService(options.ServiceName, serviceVersion: typeof(ServiceResource).Assembly.GetName().Version?.ToString(3), serviceInstanceId: Instance);
}
