using System.Runtime.CompilerServices;

namespace LookoutVision.Pipeline;

/// <summary>The model started last in each runspace: what commands mean that name none.</summary>
internal static class SessionModel
{
    private static readonly ConditionalWeakTable<object, ModelReference> LastStarted = [];

    public static ModelReference? Get(object session) => LastStarted.TryGetValue(session, out var model) ? model : null;

    public static void Set(object session, ModelReference model) => LastStarted.AddOrUpdate(session, model);

    /// <summary>Forgets the model where it is the one started last.</summary>
    public static void Forget(object session, ModelReference model)
    {
        if (Get(session) == model)
        {
            LastStarted.Remove(session);
        }
    }
}
