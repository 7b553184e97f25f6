namespace AiFixer.Core.Incidents;

/// <summary>What a person may do; each role may do what the ones before it may.</summary>
public enum PersonRole
{
    Viewer,
    Operator,
    Approver,
    Admin,
}
