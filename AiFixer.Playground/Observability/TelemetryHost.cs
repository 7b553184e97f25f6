using AiFixer.Playground.Api;
using AiFixer.Playground.Observability.Jaeger;
using AiFixer.Playground.Observability.Loki;
using AiFixer.Playground.Observability.Prom;

namespace AiFixer.Playground.Observability;

/// <summary>Every monitoring API of a world, each below a path of its own; what belongs to none goes on to the next.</summary>
internal sealed class TelemetryHost
{
    private readonly (PathString Below, Func<string, Fields, Answer> Handle)[] apis;
    private readonly RequestDelegate next;

    public TelemetryHost(ITelemetry telemetry, RequestDelegate next)
    {
        this.next = next;
        apis =
        [
            (WorldAddresses.Prometheus, new PromApi(telemetry).Handle),
            (WorldAddresses.Loki, new LokiApi(telemetry).Handle),
            (WorldAddresses.Jaeger, new JaegerApi(telemetry).Handle),
            (WorldAddresses.Insights, new InsightsApi(telemetry).Handle),
            (WorldAddresses.Changes, new ChangesApi(telemetry).Handle),
        ];
    }

    public async Task HandleAsync(HttpContext context)
    {
        foreach (var (below, handle) in apis)
        {
            if (!context.Request.Path.StartsWithSegments(below, out var rest))
                continue;
            var answer = context.Request.Method is "GET" or "POST"
                ? handle(rest.Value ?? "", await Fields.ReadAsync(context))
                : Answer.Text("405 method not allowed\n", 405);
            await ApiHandler.WriteAsync(context, answer);
            return;
        }

        await next(context);
    }
}
