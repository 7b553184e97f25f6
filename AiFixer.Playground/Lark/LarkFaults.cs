namespace AiFixer.Playground.Lark;

/// <summary>What goes wrong with the next calls of the app.</summary>
public sealed class LarkFaults
{
    private readonly Lock gate = new();
    private readonly LinkedList<(LarkFault Fault, string? Method)> waiting = [];

    /// <summary>What callers that come too fast are told to wait.</summary>
    public TimeSpan Reset { get; set; } = TimeSpan.FromSeconds(1);

    /// <param name="method">Such as <c>PATCH</c>: only calls of this one; null for any.</param>
    public void Add(LarkFault fault, int count = 1, string? method = null)
    {
        lock (gate)
        {
            for (var i = 0; i < count; i++)
                waiting.AddLast((fault, method));
        }
    }

    public void Clear()
    {
        lock (gate)
            waiting.Clear();
    }

    internal LarkFault? Take(string method)
    {
        lock (gate)
        {
            for (var node = waiting.First; node is not null; node = node.Next)
            {
                if (node.Value.Method is { } only && !only.Equals(method, StringComparison.OrdinalIgnoreCase))
                    continue;
                waiting.Remove(node);
                return node.Value.Fault;
            }

            return null;
        }
    }
}
