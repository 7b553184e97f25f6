using AiFixer.Core;

namespace AiFixer.Llm.Budgets;

/// <summary>What was spent on the incidents this process worked on lately.</summary>
internal sealed class SpendingBook
{
    private const int Most = 4096;

    private readonly Lock gate = new();
    private readonly Dictionary<IncidentId, LinkedListNode<(IncidentId Id, Spending Spending)>> byId = [];
    private readonly LinkedList<(IncidentId Id, Spending Spending)> byUse = new();

    public Spending Of(IncidentId incident)
    {
        lock (gate)
        {
            if (byId.TryGetValue(incident, out var node))
                byUse.Remove(node);
            else
                byId[incident] = node = new((incident, new()));
            byUse.AddLast(node);
            if (byId.Count > Most)
                Forget(byUse.First!);
            return node.Value.Spending;
        }
    }

    private void Forget(LinkedListNode<(IncidentId Id, Spending Spending)> node)
    {
        byUse.Remove(node);
        byId.Remove(node.Value.Id);
    }
}
