namespace AiFixer.Playground.Observability.Prom;

/// <summary>A query that is refused, as Prometheus would refuse it; caught at the API.</summary>
internal sealed class PromException(string type, string message) : Exception(message)
{
    public string Type { get; } = type;

    public static PromException BadData(string message) => new("bad_data", message);

    public static PromException Execution(string message) => new("execution", message);
}
