using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Prometheus;

internal static class PromSchema
{
    public static string Query { get; } = ServiceSchema.Text(8000, "PromQL");
}
