using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>A random life of one incident: the first number chooses the rules, each of the others one input.</summary>
internal sealed class Walk
{
    private readonly List<WalkStep> steps = [];

    private Walk(WorkflowRules rules, Dice dice)
    {
        Rules = rules;
        Opening = RandomGroups.Open(dice, rules, Now);
        State = Opening.State;
    }

    public WorkflowRules Rules { get; }

    public Decision.Accepted Opening { get; }

    public IReadOnlyList<WalkStep> Steps => steps;

    public Incident State { get; private set; }

    public DateTimeOffset Now { get; private set; } = Given.Start;

    /// <summary>Every event with its time and the claims of its decision.</summary>
    public IEnumerable<(IncidentEvent Event, DateTimeOffset At, Decision.Accepted Decision)> Events =>
        steps.Where(step => step.Decision is Decision.Accepted)
            .SelectMany(step => step.Events.Select(happened => (happened, step.At, (Decision.Accepted)step.Decision)))
            .Prepend((Opening.Events[1], Given.Start, Opening))
            .Prepend((Opening.Events[0], Given.Start, Opening));

    public static Walk Of(int[] numbers)
    {
        var dice = new Dice(numbers.FirstOrDefault());
        var walk = new Walk(RulesOf(dice), dice);
        foreach (var number in numbers.Skip(1))
            walk.Move(new Dice(number));
        return walk;
    }

    public void Tell(IncidentInput input)
    {
        var step = new WalkStep(State, input, Now, IncidentWorkflow.Handle(State, input, Rules, Now));
        steps.Add(step);
        State = step.After;
    }

    public void Wait(TimeSpan time) => Now += time;

    public override string ToString() => string.Join('\n', steps);

    private static WorkflowRules RulesOf(Dice dice) => new()
    {
        Policy = new PolicyOptions { Mode = dice.Odds(60) ? PolicyMode.Auto : dice.Odds(85) ? PolicyMode.Review : PolicyMode.Shadow },
        GrantKeys = Given.Keys,
        MaxProposals = dice.Pick(1, 3),
        MaxAttempts = dice.Pick(1, 2, 4),
    };

    private void Move(Dice dice)
    {
        Wait(TimeSpan.FromSeconds(dice.Pick(0, 0, 1, 20, 61)));
        var roll = dice.Roll(100);
        if (State.Task is { } task && roll < 75)
            Answer(dice, task);
        else if (roll < 85)
            Tell(RandomTasks.Stray(dice, State, Now));
        else if (roll < 91)
            Tell(RandomPeople.Next(dice, State));
        else if (roll < 94)
            Tell(RandomGroups.Next(dice, State, Now));
        else if (roll < 97)
            Tell(RandomAlerts.Next(dice, Now));
        else
            Wait(TimeSpan.FromMinutes(dice.Roll(70)));
    }

    private void Answer(Dice dice, OpenTask task)
    {
        if (State.OpenCard() is { } card && dice.Odds(90))
        {
            Tell(new PersonInput.Approve(card.ApprovedBy is null ? Given.Approver : Given.Admin, card.Id));
            return;
        }

        if (task.Kind == TaskKind.Remind && dice.Odds(70))
        {
            Tell(new PersonInput.Rediagnose(Given.Operator, "look again"));
            return;
        }

        if ((task.IsWait || dice.Odds(10)) && task.Due > Now)
            Wait(task.Due - Now);
        Tell(RandomTasks.Fitting(dice, State, task, Now));
    }
}
