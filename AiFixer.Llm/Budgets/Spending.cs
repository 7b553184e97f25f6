namespace AiFixer.Llm.Budgets;

/// <summary>What models have used for one incident so far.</summary>
internal sealed class Spending
{
    private readonly Lock gate = new();
    private Cost total;

    public long Tokens
    {
        get
        {
            lock (gate)
                return total.Tokens;
        }
    }

    public decimal Money
    {
        get
        {
            lock (gate)
                return total.Money;
        }
    }

    public void Add(Cost cost)
    {
        lock (gate)
            total += cost;
    }
}
