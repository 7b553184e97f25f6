using AiFixer.Core.Incidents;
using AiFixer.Core.Texts;

namespace AiFixer.Lark.Room;

/// <summary>What is special in one chat.</summary>
/// <param name="Language">What is spoken there; null for the same as elsewhere.</param>
/// <param name="Role">What everybody in it may do at least.</param>
public sealed record ChatOptions(Language? Language = null, PersonRole Role = PersonRole.Viewer);
