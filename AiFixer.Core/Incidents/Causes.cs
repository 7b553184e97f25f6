namespace AiFixer.Core.Incidents;

/// <summary>Who and what an entry names as its cause.</summary>
public static class Causes
{
    public static string By(IncidentInput input) => input switch
    {
        PersonInput person => $"{person.By.Name} ({person.By.Id})",
        AlertInput => "sender",
        _ => "aifixer",
    };

    public static string Name(IncidentInput input) => input switch
    {
        AlertInput { Firing: true } => "alert",
        AlertInput => "alert resolved",
        PersonInput.Approve approve => $"approved {approve.Card}",
        PersonInput.Reject reject => $"rejected {reject.Card}",
        PersonInput person => person.GetType().Name,
        TaskInput task => $"{task.GetType().Name} {task.TaskId}",
        _ => input.GetType().Name,
    };
}
