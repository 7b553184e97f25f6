using AiFixer.Core.Ports;
using AiFixer.Simulation.Kernel;
using AiFixer.Simulation.World;

namespace AiFixer.Simulation.Nodes;

/// <summary>Keeps as many processes as there should be: one that ended or died is replaced by a new one.</summary>
internal sealed class Fleet(Stage stage, Func<SimProcess, INode> make)
{
    private readonly List<INode> nodes = [];
    private int born;

    /// <summary>All that live, those that are stopped too.</summary>
    public IReadOnlyList<INode> Alive => nodes.FindAll(node => !node.Process.IsDead);

    /// <summary>Looks after it that there are so many, from now on.</summary>
    public async Task KeepAsync(int count)
    {
        while (true)
        {
            nodes.RemoveAll(node => node.Process.IsDead);
            while (nodes.Count < count)
                Start();
            await stage.Clock.PassAsync(stage.Sim.Chance.Milliseconds(100, 3000));
        }
    }

    /// <summary>One more, as when the one there is does not answer.</summary>
    public void Start()
    {
        var process = new SimProcess(stage.Sim, $"node {++born}") { Skew = stage.SkewOfNext() };
        var node = make(process);
        nodes.Add(node);
        stage.Sim.Story.Tell(stage.Sim, $"{process.Name} is started");
        process.Do(() => _ = LiveAsync(node));
    }

    /// <summary>Asks any of them, as somebody outside; null when no answer came in time.</summary>
    public async Task<T?> AskAsync<T>(Func<IIncidentHost, Task<T>> ask)
        where T : class
    {
        if (Alive is not { Count: > 0 } alive)
            return null;
        var node = stage.Sim.Chance.Of(alive);
        var asked = stage.Network.AskAsync(
            stage.Outside,
            node.Process,
            () => node.Host is { } host ? ask(host) : throw new JournalUnavailableException("It does not take anything yet."),
            mayArriveTwice: true);
        try
        {
            return await asked.WaitAsync(TimeSpan.FromSeconds(10), stage.Clock);
        }
        catch (Exception e) when (e is TimeoutException or JournalUnavailableException)
        {
            return null;
        }
    }

    private async Task LiveAsync(INode node)
    {
        try
        {
            await node.RunAsync();
        }
        catch (Exception e)
        {
            stage.Sim.Break($"{node.Process.Name} broke: {e}");
        }

        stage.Sim.Story.Tell(stage.Sim, $"{node.Process.Name} has ended");
        node.Process.Kill();
    }
}
