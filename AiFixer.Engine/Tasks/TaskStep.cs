using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Engine.Running;

namespace AiFixer.Engine.Tasks;

/// <summary>What a task handler leaves to do.</summary>
internal abstract record TaskStep
{
    private TaskStep()
    {
    }

    /// <summary>Tell the incident.</summary>
    /// <param name="WhenNothing">When to look again if that changes nothing.</param>
    internal sealed record Tell(IncidentInput Input, IReadOnlyList<Blob> Blobs, TimeSpan WhenNothing) : TaskStep
    {
        public Tell(IncidentInput input)
            : this(input, [], TimeSpan.Zero)
        {
        }
    }

    /// <summary>The incident was told already.</summary>
    internal sealed record Told(Held Held) : TaskStep;

    internal sealed record Later(TimeSpan Wait) : TaskStep;

    /// <summary>Nothing to do now.</summary>
    internal sealed record Rest : TaskStep
    {
        public static Rest Instance { get; } = new();
    }
}
