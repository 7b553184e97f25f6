using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.World;

/// <summary>A small world with accounts to be fixed. It outlives processes and writes down everything that is done to it.</summary>
internal sealed class Ledger(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Account> accounts = [];
    private readonly List<Effect> effects = [];

    public IReadOnlyList<Effect> Effects
    {
        get
        {
            lock (gate)
                return [.. effects];
        }
    }

    /// <summary>Reads or changes an account, nobody else meanwhile.</summary>
    public T With<T>(string name, Func<Account, T> work)
    {
        lock (gate)
        {
            if (!accounts.TryGetValue(name, out var account))
                accounts[name] = account = new(name);
            return work(account);
        }
    }

    public void Change(string name, Action<Account> change) => With(name, account =>
    {
        change(account);
        return true;
    });

    /// <summary>Somebody else changes the account.</summary>
    public void Meddle(string name) => Change(name, account => account.Revision++);

    public ExecuteResult Carry(FixKind kind, string plugin, string action, Payload plan) => With(plan.Account, account =>
    {
        if (account.CallsLost > 0)
        {
            account.CallsLost--;
            return new ExecuteResult(ExecuteOutcome.Unknown, "The connection broke.");
        }

        if (account.Refusals > 0)
        {
            account.Refusals--;
            return Refuse(account, plugin, action, plan, stale: false);
        }

        if (kind == FixKind.Swap && account.Revision != plan.Revision)
            return Refuse(account, plugin, action, plan, stale: true);
        Apply(account, plugin, action, plan);
        if (account.AnswersLost == 0)
            return new(ExecuteOutcome.Done, "Carried out.");
        account.AnswersLost--;
        return new(ExecuteOutcome.Unknown, "The answer did not come.");
    });

    private void Apply(Account account, string plugin, string action, Payload plan)
    {
        account.Value = plan.Value;
        account.Revision++;
        account.Lines.Add(action);
        account.ChangedAt = time.GetUtcNow();
        Write(account, plugin, action, plan, EffectKind.Applied);
    }

    private ExecuteResult Refuse(Account account, string plugin, string action, Payload plan, bool stale)
    {
        Write(account, plugin, action, plan, EffectKind.Refused);
        return new(ExecuteOutcome.NotDone, "Refused.", stale);
    }

    private void Write(Account account, string plugin, string action, Payload plan, EffectKind kind) =>
        effects.Add(new(account.Name, plugin, action, plan.ToString(), kind, time.GetUtcNow()));
}
