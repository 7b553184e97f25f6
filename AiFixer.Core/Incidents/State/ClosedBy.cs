namespace AiFixer.Core.Incidents;

/// <summary>Who or what ended an incident.</summary>
public enum ClosedBy
{
    /// <summary>The world was seen to have recovered after a fix.</summary>
    Verification,

    /// <summary>The alert's sender said it is over.</summary>
    Sender,

    /// <summary>A person.</summary>
    Person,

    /// <summary>The incident that it followed was resolved.</summary>
    Group,

    /// <summary>Nobody reported it again while a playbook waited; a new report opens a new incident.</summary>
    Quiet,
}
