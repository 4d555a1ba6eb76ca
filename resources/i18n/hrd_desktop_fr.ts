<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About HRD Desktop</source>
        <translation>À propos de HRD Desktop</translation>
    </message>
    <message>
        <source>HRD Desktop {version}</source>
        <translation>HRD Desktop {version}</translation>
    </message>
    <message>
        <source>Case files and referral packets for human rights defenders. It works without a network and sends nothing anywhere. It helps to prepare a case; it decides nothing and gives no legal advice.</source>
        <translation>Dossiers et trousses de recommandation pour défenseurs et défenseures des droits de la personne. Le programme fonctionne sans réseau et n’envoie rien nulle part. Il aide à préparer un dossier; il ne décide de rien et ne donne aucun avis juridique.</translation>
    </message>
</context>
<context>
    <name>AddRelativeDialog</name>
    <message>
        <source>Not known yet</source>
        <translation>Pas encore connu</translation>
    </message>
    <message>
        <source>A name is needed to begin with; an assumed one will do.</source>
        <translation>Il faut un nom pour commencer; un nom d’emprunt suffit.</translation>
    </message>
    <message>
        <source>Spouse or partner</source>
        <translation>Époux, épouse ou partenaire</translation>
    </message>
    <message>
        <source>Former spouse or partner</source>
        <translation>Ancien époux, ancienne épouse ou partenaire</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Enfant</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Père ou mère</translation>
    </message>
    <message>
        <source>Brother or sister</source>
        <translation>Frère ou sœur</translation>
    </message>
    <message>
        <source>Child in the care</source>
        <translation>Enfant pris en charge</translation>
    </message>
    <message>
        <source>Tied in another way</source>
        <translation>Autre lien</translation>
    </message>
    <message>
        <source>Not one of these, or not known</source>
        <translation>Aucune de ces personnes, ou inconnu</translation>
    </message>
    <message>
        <source>Add a person of the family</source>
        <translation>Ajouter une personne de la famille</translation>
    </message>
    <message>
        <source>Family name or single name</source>
        <translation>Nom de famille ou nom unique</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Prénoms</translation>
    </message>
    <message>
        <source>This person is</source>
        <translation>Cette personne est</translation>
    </message>
    <message>
        <source>Of this person</source>
        <translation>De cette personne</translation>
    </message>
    <message>
        <source>Whose relative this is</source>
        <translation>De qui c’est un proche</translation>
    </message>
    <message>
        <source>Kind of union</source>
        <translation>Type d’union</translation>
    </message>
    <message>
        <source>How parent and child are tied</source>
        <translation>Lien entre parent et enfant</translation>
    </message>
    <message>
        <source>The other parent</source>
        <translation>L’autre parent</translation>
    </message>
    <message>
        <source>They have the same parents</source>
        <translation>Les parents sont les mêmes</translation>
    </message>
    <message>
        <source>To the principal applicant this person is</source>
        <translation>Pour le demandeur principal, cette personne est</translation>
    </message>
    <message>
        <source>Plan for this person</source>
        <translation>Ce qui est prévu pour cette personne</translation>
    </message>
    <message>
        <source>Nobody has agreed yet that this file is kept: only the name, the relation and the plan are noted now. Unions and parents come after the consent.</source>
        <translation>Personne n’a encore consenti à la tenue de ce dossier&#xa0;: seuls le nom, le lien et ce qui est prévu sont notés. Les unions et les parents viendront après le consentement.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Add this person</source>
        <translation>Ajouter cette personne</translation>
    </message>
</context>
<context>
    <name>AdmissibilityPage</name>
    <message>
        <source>{person}: {state}</source>
        <translation>{person}&#xa0;: {state}</translation>
    </message>
    <message>
        <source>Dates and things to watch for this person</source>
        <translation>Dates et points à surveiller pour cette personne</translation>
    </message>
    <message>
        <source>Questions the law puts about each person</source>
        <translation>Questions que la loi pose pour chaque personne</translation>
    </message>
    <message>
        <source>Medical examination, biometrics, travel papers</source>
        <translation>Visite médicale, biométrie, titres de voyage</translation>
    </message>
    <message>
        <source>The forms of this person</source>
        <translation>Les formulaires de cette personne</translation>
    </message>
    <message>
        <source>There is nothing to go through for anybody here.</source>
        <translation>Il n’y a rien à parcourir ici, pour personne.</translation>
    </message>
    <message>
        <source>Person {number} of {all}. Open: {count}</source>
        <translation>Personne {number} sur {all}. À régler&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>À régler&#xa0;: {count}</translation>
    </message>
    <message>
        <source>nothing open</source>
        <translation>rien à régler</translation>
    </message>
</context>
<context>
    <name>AnotherPrincipalButton</name>
    <message>
        <source>Another principal applicant…</source>
        <translation>Autre demandeur principal…</translation>
    </message>
</context>
<context>
    <name>AnotherPrincipalDialog</name>
    <message>
        <source>{person}: relation to the new principal applicant</source>
        <translation>{person}&#xa0;: lien avec le nouveau demandeur principal</translation>
    </message>
    <message>
        <source>Please check: this is a guess, nothing on file says it.</source>
        <translation>À vérifier&#xa0;: c’est une supposition, rien au dossier ne le dit.</translation>
    </message>
    <message>
        <source>Plan: {new} travels, as the principal applicant has to.</source>
        <translation>Plan&#xa0;: {new} voyage, comme le doit le demandeur principal.</translation>
    </message>
    <message>
        <source>Relations: guesses to be checked below: {count}.</source>
        <translation>Liens&#xa0;: suppositions à vérifier ci-dessous&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Packets that were sent name {old}: tell whoever received one.</source>
        <translation>Les trousses déjà envoyées nomment {old}&#xa0;: prévenez qui en a reçu une.</translation>
    </message>
    <message>
        <source>Consent: {new} has not agreed yet that this file is kept.</source>
        <translation>Consentement&#xa0;: {new} n’a pas encore consenti à la tenue de ce dossier.</translation>
    </message>
    <message>
        <source>Who lives with the principal applicant: what was answered was about the home of {old}. It is marked to be asked again.</source>
        <translation>Qui vit avec le demandeur principal&#xa0;: les réponses portaient sur le domicile de {old}. Elles sont marquées pour être redemandées.</translation>
    </message>
    <message>
        <source>Custody: what was said of “the principal applicant” is put right where the parents on file tell, else it becomes “unknown”. It is marked to be asked again.</source>
        <translation>Garde&#xa0;: ce qui était dit du «&#xa0;demandeur principal&#xa0;» est corrigé là où les parents au dossier le permettent, sinon devient «&#xa0;inconnu&#xa0;». C’est marqué pour être redemandé.</translation>
    </message>
    <message>
        <source>The defender’s work: it tells of {old}, and the checks go on reading it. Write what {new} does or did before you rely on them.</source>
        <translation>Le travail de défense des droits&#xa0;: il parle de {old}, et les vérifications continuent de le lire. Écrivez ce que {new} fait ou a fait avant de vous y fier.</translation>
    </message>
    <message>
        <source>What happened: no incident names {new} yet.</source>
        <translation>Ce qui s’est passé&#xa0;: aucun incident ne vise encore {new}.</translation>
    </message>
    <message>
        <source>The claim: grounds, fears and accounts are those of {old}. Answers given for the case are marked to be asked again.</source>
        <translation>La demande&#xa0;: les motifs, les craintes et les récits sont ceux de {old}. Les réponses données pour le dossier sont marquées pour être redemandées.</translation>
    </message>
    <message>
        <source>Flight and entry: the days are on file for {old} alone.</source>
        <translation>Fuite et entrée&#xa0;: les jours ne sont au dossier que pour {old}.</translation>
    </message>
    <message>
        <source>Answers of staff, overrides and legal reviews about the defender: they stay, as said of {old}, and no longer decide for the case.</source>
        <translation>Réponses du personnel, dérogations et examens juridiques sur le défenseur&#xa0;: ils restent, comme dits de {old}, et ne décident plus pour le dossier.</translation>
    </message>
    <message>
        <source>Forms and representative: what {old} signed or appointed is for {new} to do.</source>
        <translation>Formulaires et représentant&#xa0;: ce que {old} a signé ou désigné revient à {new}.</translation>
    </message>
    <message>
        <source>{new} is the principal applicant now, and no longer {old}. Look again at: {what}.</source>
        <translation>{new} est maintenant le demandeur principal, et non plus {old}. À revoir&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>Another principal applicant</source>
        <translation>Autre demandeur principal</translation>
    </message>
    <message>
        <source>The principal applicant is the person on whose work for human rights the case rests. Whatever was written of anybody stays with that person; nothing is erased, and Undo takes all of this back.</source>
        <translation>Le demandeur principal est la personne dont le travail pour les droits de la personne fonde le dossier. Tout ce qui a été écrit de quelqu’un reste à cette personne; rien n’est effacé, et «&#xa0;Annuler&#xa0;» revient sur tout.</translation>
    </message>
    <message>
        <source>Principal applicant from now on</source>
        <translation>Demandeur principal désormais</translation>
    </message>
    <message>
        <source>Plan for the earlier applicant</source>
        <translation>Ce qui est prévu pour le demandeur précédent</translation>
    </message>
    <message>
        <source>What everybody is to the new principal applicant</source>
        <translation>Lien de chacun avec le nouveau demandeur principal</translation>
    </message>
    <message>
        <source>To look at again afterwards</source>
        <translation>À revoir ensuite</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose this person</source>
        <translation>Choisir cette personne</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Record the answer</source>
        <translation>Consigner la réponse</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>Choose an answer.</source>
        <translation>Choisissez une réponse.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Write in a sentence or two what the answer rests on.</source>
        <translation>Écrivez en une phrase ou deux sur quoi repose la réponse.</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>Comment nous le savons</translation>
    </message>
    <message>
        <source>Choose how this is known.</source>
        <translation>Choisissez comment on le sait.</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Qui répond</translation>
    </message>
    <message>
        <source>Write your name or initials.</source>
        <translation>Écrivez votre nom ou vos initiales.</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>The whole case</source>
        <translation>Tout le dossier</translation>
    </message>
    <message>
        <source>Nothing is open to be asked.</source>
        <translation>Il n’y a rien à demander.</translation>
    </message>
    <message>
        <source>To ask next</source>
        <translation>À demander ensuite</translation>
    </message>
    <message>
        <source>This list makes itself: from what is open, not known, marked to be asked again, or does not agree. Each line leads to its place.</source>
        <translation>Cette liste se fait d’elle-même&#xa0;: d’après ce qui est ouvert, inconnu, marqué à redemander ou discordant. Chaque ligne mène à sa place.</translation>
    </message>
    <message>
        <source>Print in the language that the interpreter reads</source>
        <translation>Imprimer dans la langue que lit l’interprète</translation>
    </message>
    <message>
        <source>Print names</source>
        <translation>Imprimer les noms</translation>
    </message>
    <message>
        <source>Without names the sheet says what people are to each other. It stays on one page.</source>
        <translation>Sans noms, la feuille dit ce que les personnes sont les unes pour les autres. Elle tient sur une page.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
</context>
<context>
    <name>AskExport</name>
    <message>
        <source>Print what to ask next</source>
        <translation>Imprimer ce qu’il faut demander ensuite</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written: {name}, one page. It names nobody; print it, then delete the file.</source>
        <translation>Écrit&#xa0;: {name}, une page. Elle ne nomme personne; imprimez-la, puis supprimez le fichier.</translation>
    </message>
    <message>
        <source>Written: {name}, one page. It holds names: print it, then delete the file at once.</source>
        <translation>Écrit&#xa0;: {name}, une page. Elle contient des noms&#xa0;: imprimez-la, puis supprimez aussitôt le fichier.</translation>
    </message>
</context>
<context>
    <name>AskForSheet</name>
    <message>
        <source>Recovery sheet</source>
        <translation>Feuille de récupération</translation>
    </message>
    <message>
        <source>The case file is made. Make a recovery sheet for it now?</source>
        <translation>Le fichier de dossiers est créé. Faire maintenant une feuille de récupération?</translation>
    </message>
    <message>
        <source>It is one page on paper with a code that opens the file when the passphrase is forgotten. It takes five minutes and a printer, or a pen. Without it nobody can help, not even we. The Today page reminds you of it.</source>
        <translation>C’est une page sur papier, avec un code qui ouvre le fichier quand la phrase secrète est oubliée. Il faut cinq minutes et une imprimante, ou un stylo. Sans elle, personne ne peut aider, pas même nous. La page Aujourd’hui vous la rappellera.</translation>
    </message>
    <message>
        <source>Make a recovery sheet now</source>
        <translation>Faire la feuille maintenant</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
</context>
<context>
    <name>BackLink</name>
    <message>
        <source>Back to: {place}</source>
        <translation>Retour à&#xa0;: {place}</translation>
    </message>
</context>
<context>
    <name>BackupLabel</name>
    <message>
        <source>Backing up…</source>
        <translation>Sauvegarde en cours…</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Aucune sauvegarde encore</translation>
    </message>
    <message>
        <source>Backup {when}</source>
        <translation>Sauvegarde {when}</translation>
    </message>
    <message>
        <source>Backups: {state}</source>
        <translation>Sauvegardes&#xa0;: {state}</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>A folder on a stick or on another disk</source>
        <translation>Un répertoire sur une clé ou sur un autre disque</translation>
    </message>
    <message>
        <source>Restored: {path}
To work with it, lock this case file and choose that one.</source>
        <translation>Restauré&#xa0;: {path}
Pour travailler avec lui, verrouillez ce fichier de dossiers et choisissez celui-là.</translation>
    </message>
    <message>
        <source>Stopped. Nothing half-made is left.</source>
        <translation>Arrêté. Il ne reste rien d’inachevé.</translation>
    </message>
    <message>
        <source>Done, read back and counted. On this computer and on the second disk.</source>
        <translation>Terminé, relu et compté. Sur cet ordinateur et sur le deuxième disque.</translation>
    </message>
    <message>
        <source>Done, read back and counted.</source>
        <translation>Terminé, relu et compté.</translation>
    </message>
    <message>
        <source>Writing a backup and reading it back. You can go on working.</source>
        <translation>Écriture d’une copie de sauvegarde, puis relecture. Vous pouvez continuer à travailler.</translation>
    </message>
    <message>
        <source>second place</source>
        <translation>deuxième endroit</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
    <message>
        <source>this computer and second place</source>
        <translation>cet ordinateur et deuxième endroit</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>There is no backup of this case file yet.</source>
        <translation>Il n’y a pas encore de copie de sauvegarde de ce fichier de dossiers.</translation>
    </message>
    <message>
        <source>Last backup: {moment}</source>
        <translation>Dernière sauvegarde&#xa0;: {moment}</translation>
    </message>
    <message>
        <source>Something was changed since.</source>
        <translation>Des modifications ont été faites depuis.</translation>
    </message>
    <message>
        <source>Nothing was changed since.</source>
        <translation>Rien n’a été modifié depuis.</translation>
    </message>
    <message>
        <source>None was chosen yet: all backups are on this computer.</source>
        <translation>Aucun n’est encore choisi&#xa0;: toutes les copies sont sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Choose a stick or a disk…</source>
        <translation>Choisir une clé ou un disque…</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>En choisir un autre…</translation>
    </message>
    <message>
        <source>It is here now.</source>
        <translation>Il est branché.</translation>
    </message>
    <message>
        <source>It is not here now.</source>
        <translation>Il n’est pas branché.</translation>
    </message>
    <message>
        <source>Last backup on it: {moment}</source>
        <translation>Dernière copie qui s’y trouve&#xa0;: {moment}</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Backups make themselves: every half hour in which something was changed, and when you lock. They are encrypted like the case file and open with its passphrase.</source>
        <translation>Les sauvegardes se font toutes seules&#xa0;: à chaque demi-heure où quelque chose a été modifié, et lorsque vous verrouillez. Elles sont chiffrées comme le fichier de dossiers et s’ouvrent avec sa phrase secrète.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Travail en cours</translation>
    </message>
    <message>
        <source>A second place</source>
        <translation>Un deuxième endroit</translation>
    </message>
    <message>
        <source>A stick or a disk kept somewhere else survives theft, fire and a broken computer. Whenever it is plugged in, a backup goes there too.</source>
        <translation>Une clé ou un disque gardé ailleurs survit au vol, au feu et à une panne de l’ordinateur. Chaque fois qu’il est branché, une copie y est faite aussi.</translation>
    </message>
    <message>
        <source>Use it no longer</source>
        <translation>Ne plus l’utiliser</translation>
    </message>
    <message>
        <source>Backups that are there</source>
        <translation>Copies de sauvegarde présentes</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Il n’y en a pas encore.</translation>
    </message>
    <message>
        <source>Look into it and restore…</source>
        <translation>La consulter et la restaurer…</translation>
    </message>
    <message>
        <source>Restore another…</source>
        <translation>En restaurer une autre…</translation>
    </message>
</context>
<context>
    <name>BirthDateEditor</name>
    <message>
        <source>It is the real day</source>
        <translation>C’est le vrai jour</translation>
    </message>
    <message>
        <source>It was given by an office</source>
        <translation>Il a été attribué par un bureau</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>On ne sait pas</translation>
    </message>
    <message>
        <source>Offices often write such a day where none is known. Is {day} the real one?</source>
        <translation>Les bureaux inscrivent souvent un tel jour quand il est inconnu. Le {day} est-il le vrai jour?</translation>
    </message>
    <message>
        <source>Keep {year} alone; {day} goes to the other birth dates</source>
        <translation>Garder {year} seulement; le {day} passe aux autres dates de naissance</translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>Places: {number}</source>
        <translation>Places&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Each person who travels counts against the places of the year.</source>
        <translation>Chaque personne qui voyage compte dans les places de l’année.</translation>
    </message>
    <message>
        <source>{what}: {when}</source>
        <translation>{what}&#xa0;: {when}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Annuler (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>Rétablir (Ctrl+Y)</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Ce qui a été modifié</translation>
    </message>
    <message>
        <source>What was changed, and taking it back</source>
        <translation>Ce qui a été modifié, et comment y revenir</translation>
    </message>
    <message>
        <source>What to ask next</source>
        <translation>À demander ensuite</translation>
    </message>
    <message>
        <source>What to ask next, also on paper</source>
        <translation>À demander ensuite, aussi sur papier</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Afficher les noms</translation>
    </message>
    <message>
        <source>Persons under their names. Off: nobody who looks over your shoulder reads one.</source>
        <translation>Les personnes sous leur nom. Désactivé&#xa0;: quelqu’un qui regarde par-dessus votre épaule n’en lit aucun.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Show or hide the help</source>
        <translation>Afficher ou masquer l’aide</translation>
    </message>
    <message>
        <source>Packet…</source>
        <translation>Trousse…</translation>
    </message>
    <message>
        <source>Look at the packet and export it</source>
        <translation>Regarder la trousse et l’exporter</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Sections of the case</source>
        <translation>Parties du dossier</translation>
    </message>
</context>
<context>
    <name>CasePicker</name>
    <message>
        <source>Search by name, alias or code</source>
        <translation>Chercher par nom, alias ou code</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Chosen: {chosen} of {all} cases</source>
        <translation>Choisis&#xa0;: {chosen} sur {all} dossiers</translation>
    </message>
</context>
<context>
    <name>CaseloadModel</name>
    <message>
        <source>Case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>What the file shows</source>
        <translation>Ce que montre le dossier</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>Prochaine échéance</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Dernière modification</translation>
    </message>
    <message>
        <source>Not worked out yet</source>
        <translation>Pas encore établi</translation>
    </message>
    <message>
        <source>travelling</source>
        <translation>en voyage</translation>
    </message>
</context>
<context>
    <name>CaseloadPage</name>
    <message>
        <source>Hide closed cases ({count})</source>
        <translation>Masquer les dossiers fermés ({count})</translation>
    </message>
    <message>
        <source>Show closed cases ({count})</source>
        <translation>Afficher les dossiers fermés ({count})</translation>
    </message>
    <message>
        <source>No case matches.</source>
        <translation>Aucun dossier ne correspond.</translation>
    </message>
    <message>
        <source>Try fewer letters, or set the choices back to all.</source>
        <translation>Essayez moins de lettres, ou remettez les choix sur tout.</translation>
    </message>
    <message>
        <source>Every case in this file is closed.</source>
        <translation>Tous les dossiers de ce fichier sont fermés.</translation>
    </message>
    <message>
        <source>Begin one with “New case”, or show the closed ones.</source>
        <translation>Commencez-en un avec «&#xa0;Nouveau dossier&#xa0;», ou affichez les dossiers fermés.</translation>
    </message>
    <message>
        <source>There is no case in this file yet.</source>
        <translation>Ce fichier ne contient encore aucun dossier.</translation>
    </message>
    <message>
        <source>Begin one with “New case”, or bring some in with “Import cases…”.</source>
        <translation>Commencez-en un avec «&#xa0;Nouveau dossier&#xa0;», ou apportez-en avec «&#xa0;Importer des dossiers…&#xa0;».</translation>
    </message>
    <message>
        <source>Cases shown: {count}</source>
        <translation>Dossiers affichés&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Whatever the file shows</source>
        <translation>Quoi que montre le dossier</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Due this week</source>
        <translation>Échéance cette semaine</translation>
    </message>
    <message>
        <source>Due within 30 days</source>
        <translation>Échéance d’ici 30 jours</translation>
    </message>
    <message>
        <source>Due within 90 days</source>
        <translation>Échéance d’ici 90 jours</translation>
    </message>
    <message>
        <source>Whatever is due</source>
        <translation>Toute échéance</translation>
    </message>
    <message>
        <source>At any stage</source>
        <translation>À toute étape</translation>
    </message>
    <message>
        <source>Caseload</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Import cases…</source>
        <translation>Importer des dossiers…</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Search by name, alias or code</source>
        <translation>Chercher par nom, alias ou code</translation>
    </message>
    <message>
        <source>Only cases where the file shows</source>
        <translation>Seulement les dossiers qui montrent</translation>
    </message>
    <message>
        <source>Only cases with a deadline</source>
        <translation>Seulement les dossiers avec une échéance</translation>
    </message>
    <message>
        <source>Only cases at the stage</source>
        <translation>Seulement les dossiers à l’étape</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Transmettre…</translation>
    </message>
    <message>
        <source>Hand the chosen cases over</source>
        <translation>Transmettre les dossiers choisis</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Not asked yet</source>
        <translation>Pas encore demandé</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Non consigné</translation>
    </message>
</context>
<context>
    <name>CloseCaseDialog</name>
    <message>
        <source>Close the case {case}</source>
        <translation>Fermer le dossier {case}</translation>
    </message>
    <message>
        <source>It leaves the list of open cases and stays in the file. You can open it again at any time.</source>
        <translation>Il quitte la liste des dossiers ouverts et reste dans le fichier. Vous pouvez le rouvrir à tout moment.</translation>
    </message>
    <message>
        <source>C&amp;lose the case</source>
        <translation>&amp;Fermer le dossier</translation>
    </message>
    <message>
        <source>Closed case</source>
        <translation>Dossier fermé</translation>
    </message>
    <message>
        <source>The case {case} is closed</source>
        <translation>Le dossier {case} est fermé</translation>
    </message>
    <message>
        <source>Closed on {day}.</source>
        <translation>Fermé le {day}.</translation>
    </message>
    <message>
        <source>Nobody has said until when it is kept.</source>
        <translation>Personne n’a dit jusqu’à quand il est conservé.</translation>
    </message>
    <message>
        <source>Kept until {day}.</source>
        <translation>Conservé jusqu’au {day}.</translation>
    </message>
    <message>
        <source>Opened again, it stands where it was: {stage}.</source>
        <translation>Rouvert, il reprend où il en était&#xa0;: {stage}.</translation>
    </message>
    <message>
        <source>&amp;Open it again</source>
        <translation>&amp;Rouvrir</translation>
    </message>
    <message>
        <source>&amp;Keep it until this day</source>
        <translation>&amp;Conserver jusqu’à ce jour</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Fermer le dossier</translation>
    </message>
    <message>
        <source>Closed &amp;on</source>
        <translation>Fermé &amp;le</translation>
    </message>
    <message>
        <source>&amp;Keep it until</source>
        <translation>&amp;Conserver jusqu’au</translation>
    </message>
    <message>
        <source>How long is for the rule of your organisation to say. When the day comes, the Today page asks: keep it longer, or erase it. Nothing is erased by itself.</source>
        <translation>C’est la règle de votre organisation qui dit combien de temps. Le jour venu, la page Aujourd’hui demande&#xa0;: conserver plus longtemps, ou effacer. Rien ne s’efface tout seul.</translation>
    </message>
    <message>
        <source>&amp;Erase it…</source>
        <translation>&amp;Effacer…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Group {number} of the recovery code</source>
        <translation>Groupe {number} du code de récupération</translation>
    </message>
</context>
<context>
    <name>ComboEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Non consigné</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare two persons</source>
        <translation>Comparer deux personnes</translation>
    </message>
    <message>
        <source>Is this the same person?</source>
        <translation>Est-ce la même personne&#xa0;?</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Afficher les noms</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Pas la même personne</translation>
    </message>
    <message>
        <source>Same person: note it</source>
        <translation>La même personne&#xa0;: le noter</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>This case</source>
        <translation>Ce dossier</translation>
    </message>
    <message>
        <source>Names are hidden.</source>
        <translation>Les noms sont masqués.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>{person} may be the same person as {other} in {case}.</source>
        <translation>{person} est peut-être la même personne que {other} du dossier {case}.</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>Withdrawn today…</source>
        <translation>Retiré aujourd’hui…</translation>
    </message>
    <message>
        <source>Ask for it again</source>
        <translation>Demander de nouveau</translation>
    </message>
</context>
<context>
    <name>ConsentNotice</name>
    <message>
        <source>Go to the consent</source>
        <translation>Aller au consentement</translation>
    </message>
    <message>
        <source>Begin here. Explain what this file is for and who may read it, in a language the person understands, and record the answer. Until somebody agrees that a file is kept, only contact and safety are asked.</source>
        <translation>Commencez ici. Expliquez à quoi sert ce dossier et qui peut le lire, dans une langue que la personne comprend, et inscrivez sa réponse. Tant que personne n’a accepté qu’un dossier soit conservé, seuls le contact et la sécurité se demandent.</translation>
    </message>
    <message>
        <source>Nobody has agreed yet that this file is kept, or the consent has ended. What is here already stays as it is; more is asked once the consent is recorded.</source>
        <translation>Personne n’a encore accepté que ce dossier soit conservé, ou le consentement a pris fin. Ce qui est déjà ici reste tel quel; la suite se demande une fois le consentement inscrit.</translation>
    </message>
</context>
<context>
    <name>ConsentWords</name>
    <message>
        <source>In force; no end was agreed</source>
        <translation>En vigueur; aucune fin n’a été convenue</translation>
    </message>
    <message>
        <source>In force until {day}</source>
        <translation>En vigueur jusqu’à cette date&#xa0;: {day}</translation>
    </message>
    <message>
        <source>In force until {day}: ask soon whether to renew it</source>
        <translation>En vigueur jusqu’à cette date&#xa0;: {day}. Demandez bientôt s’il faut le renouveler</translation>
    </message>
    <message>
        <source>Not in force before {day}</source>
        <translation>Pas en vigueur avant cette date&#xa0;: {day}</translation>
    </message>
    <message>
        <source>Ended on {day}</source>
        <translation>A pris fin à cette date&#xa0;: {day}</translation>
    </message>
    <message>
        <source>Withdrawn on {day}</source>
        <translation>Retiré à cette date&#xa0;: {day}</translation>
    </message>
    <message>
        <source>Refused on {day}</source>
        <translation>Refusé à cette date&#xa0;: {day}</translation>
    </message>
    <message>
        <source>No was said to: {scopes}</source>
        <translation>Refus pour&#xa0;: {scopes}</translation>
    </message>
    <message>
        <source>Allows: {scopes}</source>
        <translation>Permet&#xa0;: {scopes}</translation>
    </message>
    <message>
        <source>For: {recipients}</source>
        <translation>Pour&#xa0;: {recipients}</translation>
    </message>
    <message>
        <source>Does not allow: {scopes}</source>
        <translation>Ne permet pas&#xa0;: {scopes}</translation>
    </message>
    <message>
        <source>Explained in this language: {language}</source>
        <translation>Expliqué dans cette langue&#xa0;: {language}</translation>
    </message>
    <message>
        <source>interpreter: {name}</source>
        <translation>interprète&#xa0;: {name}</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>avec interprète</translation>
    </message>
    <message>
        <source>read back to the person</source>
        <translation>relu à la personne</translation>
    </message>
    <message>
        <source>This may contradict {row}, refused on {day}. Ask what holds.</source>
        <translation>Ceci peut contredire {row}, refus à cette date&#xa0;: {day}. Demandez ce qui vaut.</translation>
    </message>
    <message>
        <source>This may contradict {row}, withdrawn on {day}. Ask what holds.</source>
        <translation>Ceci peut contredire {row}, retrait à cette date&#xa0;: {day}. Demandez ce qui vaut.</translation>
    </message>
</context>
<context>
    <name>ConsentsEditor</name>
    <message>
        <source>Noted as withdrawn today.</source>
        <translation>Retrait inscrit à la date d’aujourd’hui.</translation>
    </message>
</context>
<context>
    <name>CountryEditor</name>
    <message>
        <source>Use “{name}”</source>
        <translation>Utiliser «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>At that time: {name}</source>
        <translation>À l’époque&#xa0;: {name}</translation>
    </message>
    <message>
        <source>In {year} it may have had another name. Use it if the person says so:</source>
        <translation>En {year}, ce pays a pu avoir un autre nom. À utiliser si la personne le dit&#xa0;:</translation>
    </message>
</context>
<context>
    <name>CoverBar</name>
    <message>
        <source>Cover parts</source>
        <translation>Masquer des parties</translation>
    </message>
    <message>
        <source>New box (N)</source>
        <translation>Nouveau cadre (N)</translation>
    </message>
    <message>
        <source>Take the box away</source>
        <translation>Retirer le cadre</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The boxes cover the right words</source>
        <translation>Les cadres masquent les bons mots</translation>
    </message>
    <message>
        <source>See it as it leaves</source>
        <translation>Voir la page telle qu’elle part</translation>
    </message>
</context>
<context>
    <name>CurtainSurface</name>
    <message>
        <source>Covered. Press F12 to go on.</source>
        <translation>Écran couvert. Appuyez sur F12 pour continuer.</translation>
    </message>
    <message>
        <source>Uncover</source>
        <translation>Découvrir</translation>
    </message>
</context>
<context>
    <name>DamageFound</name>
    <message>
        <source>Damage was found</source>
        <translation>Un dommage a été trouvé</translation>
    </message>
    <message>
        <source>Nothing was changed. Lock the file now and see what can be had back: a backup, or the cases that can be read. What you enter meanwhile may be lost.</source>
        <translation>Rien n’a été modifié. Verrouillez le fichier maintenant et voyez ce qui peut être récupéré&#xa0;: une copie de sauvegarde ou les dossiers encore lisibles. Ce que vous saisissez entre-temps pourrait être perdu.</translation>
    </message>
    <message>
        <source>Lock it and look</source>
        <translation>Le verrouiller et voir</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>DateByHand</name>
    <message>
        <source>As written or said, in its own calendar</source>
        <translation>Telle qu’écrite ou dite, dans son propre calendrier</translation>
    </message>
    <message>
        <source>In the Gregorian calendar: the date, or the first day it may be</source>
        <translation>Dans le calendrier grégorien&#xa0;: la date, ou le premier jour possible</translation>
    </message>
    <message>
        <source>The last day it may be</source>
        <translation>Le dernier jour possible</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear: {field}</source>
        <translation>Effacer&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Calendar of: {field}</source>
        <translation>Calendrier&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Calendar in which the date is known</source>
        <translation>Calendrier dans lequel la date est connue</translation>
    </message>
</context>
<context>
    <name>DateParts</name>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message>
        <source>Kept as it was said: “{original}”.</source>
        <translation>Gardée telle que dite&#xa0;: «&#xa0;{original}&#xa0;».</translation>
    </message>
    <message>
        <source>Any day of {period}</source>
        <translation>Tout jour de la période&#xa0;: {period}</translation>
    </message>
    <message>
        <source>{day} in the Gregorian calendar.</source>
        <translation>Dans le calendrier grégorien&#xa0;: {day}.</translation>
    </message>
    <message>
        <source>Any day from {first} to {last} in the Gregorian calendar.</source>
        <translation>Tout jour du {first} au {last} dans le calendrier grégorien.</translation>
    </message>
    <message>
        <source>Written as “{original}”.</source>
        <translation>Écrite «&#xa0;{original}&#xa0;».</translation>
    </message>
    <message>
        <source>Estimated.</source>
        <translation>Date estimée.</translation>
    </message>
    <message>
        <source>The moon may have been sighted a day earlier or later: a day on each side is counted in.</source>
        <translation>La lune a pu être observée un jour plus tôt ou plus tard&#xa0;: un jour est compté de chaque côté.</translation>
    </message>
    <message>
        <source>By the table; where the moon was sighted, a month may begin a day earlier or later.</source>
        <translation>Selon la table; là où la lune est observée, un mois peut commencer un jour plus tôt ou plus tard.</translation>
    </message>
    <message>
        <source>Only digits can stand here.</source>
        <translation>Seuls des chiffres peuvent figurer ici.</translation>
    </message>
    <message>
        <source>This day has not come yet. Nothing was changed.</source>
        <translation>Ce jour n’est pas encore venu. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The days are not complete: a year is enough, a day needs its month. Nothing was changed.</source>
        <translation>Les jours sont incomplets&#xa0;: une année suffit, un jour exige son mois. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The first possible day is later than the last. Nothing was changed.</source>
        <translation>Le premier jour possible est postérieur au dernier. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>A year has four digits. Nothing was changed.</source>
        <translation>Une année a quatre chiffres. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The year must be between {first} and {last}. Nothing was changed.</source>
        <translation>L’année doit être entre {first} et {last}. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>A day needs its month. Nothing was changed.</source>
        <translation>Un jour exige son mois. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Here the day, the month and the year are all needed. Nothing was changed.</source>
        <translation>Il faut ici le jour, le mois et l’année. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>There is no such day. Nothing was changed.</source>
        <translation>Ce jour n’existe pas. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>That year has no such month in this calendar: {calendar}. Nothing was changed.</source>
        <translation>Cette année n’a pas ce mois dans ce calendrier&#xa0;: {calendar}. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>There is no such day in this calendar: {calendar}. Nothing was changed.</source>
        <translation>Ce jour n’existe pas dans ce calendrier&#xa0;: {calendar}. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Type the year as it is counted in this calendar: {calendar}. Nothing was changed.</source>
        <translation>Inscrivez l’année comme on la compte dans ce calendrier&#xa0;: {calendar}. Rien n’a été modifié.</translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message>
        <source>Within a week</source>
        <translation>D’ici une semaine</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Within two weeks</source>
        <translation>D’ici deux semaines</translation>
    </message>
    <message>
        <source>Within a month</source>
        <translation>D’ici un mois</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Un autre jour</translation>
    </message>
    <message>
        <source>No day</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Pour quand</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
</context>
<context>
    <name>DiskSeen</name>
    <message>
        <source>The disk for backups is here</source>
        <translation>Le disque de sauvegarde est branché</translation>
    </message>
    <message>
        <source>Back up to it now?</source>
        <translation>Y faire une sauvegarde maintenant?</translation>
    </message>
    <message>
        <source>You can go on working meanwhile. Do not pull it out before it is done.</source>
        <translation>Vous pouvez continuer à travailler. Ne le débranchez pas avant la fin.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>DispatchForm</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Note (tracking number, who signed)</source>
        <translation>Note (numéro de suivi, qui a signé)</translation>
    </message>
</context>
<context>
    <name>EligibilityPage</name>
    <message>
        <source>The person as a human rights defender</source>
        <translation>La personne comme défenseur ou défenseure des droits de la personne</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>The refugee definition</source>
        <translation>La définition de réfugié</translation>
    </message>
    <message>
        <source>The application</source>
        <translation>La demande</translation>
    </message>
    <message>
        <source>A lasting solution elsewhere</source>
        <translation>Une solution durable ailleurs</translation>
    </message>
    <message>
        <source>Referral, life in Canada and consent</source>
        <translation>Recommandation, vie au Canada et consentement</translation>
    </message>
    <message>
        <source>Papers of the case</source>
        <translation>Pièces du dossier</translation>
    </message>
</context>
<context>
    <name>EndingMenu</name>
    <message>
        <source>Close and &amp;erase</source>
        <translation>Fermer et &amp;effacer</translation>
    </message>
    <message>
        <source>&amp;Close the case…</source>
        <translation>&amp;Fermer le dossier…</translation>
    </message>
    <message>
        <source>&amp;Erase the case…</source>
        <translation>&amp;Effacer le dossier…</translation>
    </message>
    <message>
        <source>Erase the &amp;whole case file…</source>
        <translation>Effacer &amp;tout le fichier de dossiers…</translation>
    </message>
</context>
<context>
    <name>Endings</name>
    <message>
        <source>The case is closed. It is kept until {day}.</source>
        <translation>Le dossier est fermé. Il est conservé jusqu’au {day}.</translation>
    </message>
    <message>
        <source>The case is kept until {day}.</source>
        <translation>Le dossier est conservé jusqu’au {day}.</translation>
    </message>
    <message>
        <source>The case is open again.</source>
        <translation>Le dossier est rouvert.</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>Take the newest entry back</source>
        <translation>Retirer la dernière inscription</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>What goes</source>
        <translation>Ce qui disparaît</translation>
    </message>
    <message>
        <source>What may remain</source>
        <translation>Ce qui peut rester</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>Erase the case {case}</source>
        <translation>Effacer le dossier {case}</translation>
    </message>
    <message>
        <source>Nobody can take this back.</source>
        <translation>Personne ne peut revenir en arrière.</translation>
    </message>
    <message>
        <source>To be sure, type the code of the case: {code}</source>
        <translation>Pour confirmer, tapez le code du dossier&#xa0;: {code}</translation>
    </message>
    <message>
        <source>&amp;Erase this case</source>
        <translation>&amp;Effacer ce dossier</translation>
    </message>
    <message>
        <source>This is not the code of the case ({code}). Nothing was erased.</source>
        <translation>Ce n’est pas le code du dossier ({code}). Rien n’a été effacé.</translation>
    </message>
    <message>
        <source>The case is erased</source>
        <translation>Le dossier est effacé</translation>
    </message>
    <message>
        <source>The older backups are still there: {why}</source>
        <translation>Les anciennes copies de sauvegarde sont toujours là&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Erase the whole case file</source>
        <translation>Effacer tout le fichier de dossiers</translation>
    </message>
    <message>
        <source>{path}
Nobody can take this back. No passphrase is asked.</source>
        <translation>{path}
Personne ne peut revenir en arrière. Aucune phrase secrète n’est demandée.</translation>
    </message>
    <message>
        <source>To be sure, type: {word}</source>
        <translation>Pour confirmer, tapez&#xa0;: {word}</translation>
    </message>
    <message>
        <source>&amp;Erase everything now</source>
        <translation>&amp;Tout effacer maintenant</translation>
    </message>
    <message>
        <source>This is not the word ({word}). Nothing was erased.</source>
        <translation>Ce n’est pas le mot ({word}). Rien n’a été effacé.</translation>
    </message>
    <message>
        <source>What may remain, and what is left to do</source>
        <translation>Ce qui peut rester, et ce qu’il reste à faire</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Then renew the backups</source>
        <translation>Puis renouveler les copies de sauvegarde</translation>
    </message>
    <message>
        <source>A new backup is made and the older ones are removed: of every case in this file only the new one is left. Sticks that are not connected keep theirs.</source>
        <translation>Une nouvelle copie est faite et les anciennes sont supprimées&#xa0;: de chaque dossier de ce fichier, il ne reste que la nouvelle. Les clés USB non branchées gardent les leurs.</translation>
    </message>
</context>
<context>
    <name>EvidenceIntake</name>
    <message>
        <source>Choose files, drop them here, paste them or scan them. Each is kept encrypted in the case file as it is, read back and compared. Delete the copies outside when it is in.</source>
        <translation>Choisissez des documents, déposez-les ici, collez-les ou numérisez-les. Chacun est conservé tel quel, chiffré, dans le fichier de dossiers, puis relu et comparé. Supprimez les copies qui restent à l’extérieur une fois l’ajout fait.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des documents…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Scan folder…</source>
        <translation>Répertoire du numériseur…</translation>
    </message>
    <message>
        <source>Files on their way in</source>
        <translation>Documents en cours d’ajout</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Files to add</source>
        <translation>Documents à ajouter</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les documents (*)</translation>
    </message>
    <message>
        <source>Picture from the clipboard</source>
        <translation>Image du presse-papiers</translation>
    </message>
    <message>
        <source>The clipboard holds no file and no picture.</source>
        <translation>Le presse-papiers ne contient ni document ni image.</translation>
    </message>
    <message>
        <source>The folder into which the scanner writes</source>
        <translation>Le répertoire où écrit le numériseur</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} sur {all}</translation>
    </message>
    <message>
        <source>Add it all the same</source>
        <translation>L’ajouter quand même</translation>
    </message>
    <message>
        <source>Say what it is</source>
        <translation>Dire ce que c’est</translation>
    </message>
    <message>
        <source>Scan it again now…</source>
        <translation>Numériser de nouveau maintenant…</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>is looked at…</source>
        <translation>examen en cours…</translation>
    </message>
    <message>
        <source>is kept and read back…</source>
        <translation>enregistrement et relecture…</translation>
    </message>
    <message>
        <source>not added.</source>
        <translation>non ajouté.</translation>
    </message>
    <message>
        <source>not added: it is the same file as {entries}.</source>
        <translation>non ajouté&#xa0;: c’est le même document que {entries}.</translation>
    </message>
    <message>
        <source>added as {entry}, read back and the same.</source>
        <translation>ajouté sous {entry}, relu et identique.</translation>
    </message>
    <message>
        <source>It is kept unopened. {why}</source>
        <translation>Il est conservé sans être ouvert. {why}</translation>
    </message>
    <message>
        <source>The better file for {entry}</source>
        <translation>Le meilleur document pour {entry}</translation>
    </message>
</context>
<context>
    <name>EvidenceRows</name>
    <message>
        <source>List a paper without its file</source>
        <translation>Mentionner une pièce sans son document</translation>
    </message>
    <message>
        <source>Forget removed files at once</source>
        <translation>Effacer tout de suite les documents retirés</translation>
    </message>
    <message>
        <source>Forget them for good: this cannot be taken back</source>
        <translation>Les effacer pour de bon&#xa0;: c’est irréversible</translation>
    </message>
    <message>
        <source>Removed. Files forgotten for good: {count}.</source>
        <translation>Retiré. Documents effacés pour de bon&#xa0;: {count}.</translation>
    </message>
</context>
<context>
    <name>FamilySection</name>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Anyone else?</source>
        <translation>Quelqu’un d’autre?</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Afficher en liste</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>As much as fits</source>
        <translation>Autant que l’espace le permet</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Ce qui manque encore</translation>
    </message>
    <message>
        <source>The family as a list</source>
        <translation>La famille en liste</translation>
    </message>
    <message>
        <source>Show as a drawing</source>
        <translation>Afficher en dessin</translation>
    </message>
</context>
<context>
    <name>FieldButton</name>
    <message>
        <source>How we know this, and what it was before</source>
        <translation>Source de cette réponse, et ce qu’elle était avant</translation>
    </message>
    <message>
        <source>How we know this, and what it was before (F8)</source>
        <translation>Source de cette réponse, et ce qu’elle était avant (F8)</translation>
    </message>
</context>
<context>
    <name>FieldContext</name>
    <message>
        <source>{thing}, sealed</source>
        <translation>{thing}, sous scellé</translation>
    </message>
    <message>
        <source>no voice call</source>
        <translation>pas d’appel vocal</translation>
    </message>
    <message>
        <source>no written message</source>
        <translation>pas de message écrit</translation>
    </message>
</context>
<context>
    <name>FieldGroup</name>
    <message>
        <source>More questions ({filled} of {all} answered)</source>
        <translation>Autres questions (réponses&#xa0;: {filled} sur {all})</translation>
    </message>
</context>
<context>
    <name>FieldMenu</name>
    <message>
        <source>Ask again next time</source>
        <translation>Redemander la prochaine fois</translation>
    </message>
    <message>
        <source>When, by whom, note…</source>
        <translation>Quand, par qui, note…</translation>
    </message>
    <message>
        <source>Take this note away</source>
        <translation>Retirer cette mention</translation>
    </message>
    <message>
        <source>What it was before…</source>
        <translation>Ce que c’était avant…</translation>
    </message>
    <message>
        <source>Evidence for this</source>
        <translation>Pièces de preuve</translation>
    </message>
</context>
<context>
    <name>FieldSlot</name>
    <message>
        <source>Private: show it</source>
        <translation>Privé&#xa0;: afficher</translation>
    </message>
    <message>
        <source>Show the code word</source>
        <translation>Afficher le mot convenu</translation>
    </message>
    <message>
        <source>Not in use: as the other answers stand, this is not asked.</source>
        <translation>Non utilisé&#xa0;: d’après les autres réponses, ceci n’est pas demandé.</translation>
    </message>
    <message>
        <source>About this date</source>
        <translation>À propos de cette date</translation>
    </message>
    <message>
        <source>About this date: {field}</source>
        <translation>À propos de cette date&#xa0;: {field}</translation>
    </message>
</context>
<context>
    <name>FileCare</name>
    <message>
        <source>Lock it and look</source>
        <translation>Le verrouiller et voir</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Ouvrir le registre</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sauvegardes…</translation>
    </message>
    <message>
        <source>Empty the recycle bin or move large files to another disk, then go on here: this line goes by itself.</source>
        <translation>Videz la corbeille ou déplacez de gros fichiers sur un autre disque, puis continuez ici&#xa0;: cette ligne disparaît d’elle-même.</translation>
    </message>
    <message>
        <source>The disk that holds this case file is full. You can read and search; nothing can be saved, exported or backed up until there is room. Nothing is lost: what was saved last is shown too.</source>
        <translation>Le disque qui contient ce fichier de dossiers est plein. Vous pouvez lire et chercher; rien ne peut être enregistré, exporté ni sauvegardé tant qu’il n’y a pas de place. Rien n’est perdu&#xa0;: ce qui a été enregistré en dernier s’affiche aussi.</translation>
    </message>
    <message>
        <source>The disk that holds this case file is full. You can read, search and make a backup on another disk; nothing can be saved or exported until there is room.</source>
        <translation>Le disque qui contient ce fichier de dossiers est plein. Vous pouvez lire, chercher et faire une sauvegarde sur un autre disque; rien ne peut être enregistré ni exporté tant qu’il n’y a pas de place.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>There is room on the disk again: what you type is saved.</source>
        <translation>Il y a de nouveau de la place sur le disque&#xa0;: ce que vous saisissez est enregistré.</translation>
    </message>
    <message>
        <source>The last backup could not be made.</source>
        <translation>La dernière sauvegarde n’a pas pu être faite.</translation>
    </message>
    <message>
        <source>The last good backup is of {day}.</source>
        <translation>La dernière sauvegarde en bon état date du {day}.</translation>
    </message>
</context>
<context>
    <name>FindModel</name>
    <message>
        <source>Sealed: what is written here does not show in a list.</source>
        <translation>Sous scellé&#xa0;: ce qui est écrit ici ne s’affiche pas dans une liste.</translation>
    </message>
    <message>
        <source>In a name. Names are hidden.</source>
        <translation>Dans un nom. Les noms sont masqués.</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Look through everything that was written.</source>
        <translation>Cherchez dans tout ce qui a été écrit.</translation>
    </message>
    <message>
        <source>Names in any script and spelling, accounts, notes, papers and the journal of all cases. The beginning of a word is enough.</source>
        <translation>Les noms dans toute écriture et toute orthographe, les récits, les notes, les pièces et le journal de tous les dossiers. Le début d’un mot suffit.</translation>
    </message>
    <message>
        <source>These words do not stand together anywhere.</source>
        <translation>Ces mots ne figurent ensemble nulle part.</translation>
    </message>
    <message>
        <source>Try fewer words, or only the beginning of one.</source>
        <translation>Essayez moins de mots, ou seulement le début d’un mot.</translation>
    </message>
    <message>
        <source>More than {count} places. Another word narrows them down.</source>
        <translation>Plus de {count} endroits. Un mot de plus réduit leur nombre.</translation>
    </message>
    <message>
        <source>Places found: {count}</source>
        <translation>Endroits trouvés&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Words to look for in all cases</source>
        <translation>Mots à chercher dans tous les dossiers</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Afficher les noms</translation>
    </message>
    <message>
        <source>Where the words were found</source>
        <translation>Où les mots ont été trouvés</translation>
    </message>
</context>
<context>
    <name>FirstNameEditor</name>
    <message>
        <source>The family name or a single name. The other names come after.</source>
        <translation>Le nom de famille ou un nom unique. Les autres noms viennent ensuite.</translation>
    </message>
</context>
<context>
    <name>GapLine</name>
    <message>
        <source>Add what happened</source>
        <translation>Ajouter ce qui s’est passé</translation>
    </message>
</context>
<context>
    <name>Guided</name>
    <message>
        <source>Remove this entry</source>
        <translation>Retirer cette entrée</translation>
    </message>
    <message>
        <source>That was the last question here. What was skipped is on the list to ask.</source>
        <translation>C’était la dernière question ici. Ce qui a été passé figure à la liste des questions à poser.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Ask next time</source>
        <translation>Demander la prochaine fois</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Ctrl+Enter goes on, Alt+Left goes back</source>
        <translation>Ctrl+Entrée pour continuer, Alt+Gauche pour revenir</translation>
    </message>
    <message>
        <source>Nothing is asked here now.</source>
        <translation>Rien n’est demandé ici pour l’instant.</translation>
    </message>
    <message>
        <source>Possible once this entry has what it needs.</source>
        <translation>Possible dès que cette entrée contient le nécessaire.</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Section suivante</translation>
    </message>
    <message>
        <source>Question {number} of {count} · {heading}</source>
        <translation>Question {number} sur {count} · {heading}</translation>
    </message>
    <message>
        <source>{where} · on paper {number}</source>
        <translation>{where} · sur papier {number}</translation>
    </message>
</context>
<context>
    <name>GuidedHelp</name>
    <message>
        <source>Why we ask</source>
        <translation>Pourquoi cette question</translation>
    </message>
    <message>
        <source>What usually proves it</source>
        <translation>Ce qui le prouve d’habitude</translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation>Ce qu’il faut éviter</translation>
    </message>
</context>
<context>
    <name>GuidedRows</name>
    <message>
        <source>Add: {thing}</source>
        <translation>Ajouter&#xa0;: {thing}</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Il n’y en a pas</translation>
    </message>
    <message>
        <source>There is none: {field}</source>
        <translation>Il n’y en a pas&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Asked: there is none.</source>
        <translation>Demandé&#xa0;: il n’y en a pas.</translation>
    </message>
    <message>
        <source>Is there another one?</source>
        <translation>Y en a-t-il un autre?</translation>
    </message>
    <message>
        <source>Is there one to write down?</source>
        <translation>Y a-t-il quelque chose à consigner?</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>The file is as dangerous as the cases in it. Hand over only what that person needs, by the way that you agreed on with them.</source>
        <translation>Ce fichier est aussi dangereux que les dossiers qu’il contient. Ne transmettez que ce dont la personne a besoin, par la voie convenue avec elle.</translation>
    </message>
    <message>
        <source>Inside it says that it comes from: {by}.</source>
        <translation>À l’intérieur, il dit venir de&#xa0;: {by}.</translation>
    </message>
    <message>
        <source>It does not say from whom it comes: your initials are not set (Settings).</source>
        <translation>Il ne dit pas de qui il vient&#xa0;: vos initiales ne sont pas indiquées (Réglages).</translation>
    </message>
    <message>
        <source>Sealing, writing and reading back…</source>
        <translation>Scellement, écriture et relecture…</translation>
    </message>
    <message>
        <source>Where to write the sealed file</source>
        <translation>Où écrire le fichier scellé</translation>
    </message>
    <message>
        <source>Hand-over (*.hrdcase)</source>
        <translation>Transmission (*.hrdcase)</translation>
    </message>
    <message>
        <source>Say who receives it: later that is how you find out who has the cases.</source>
        <translation>Dites qui le reçoit&#xa0;: c’est ainsi que vous saurez plus tard qui a les dossiers.</translation>
    </message>
    <message>
        <source>Paste the key of the person who will open it.</source>
        <translation>Collez la clé de la personne qui l’ouvrira.</translation>
    </message>
    <message>
        <source>Choose the words that open it.</source>
        <translation>Choisissez les mots qui l’ouvrent.</translation>
    </message>
    <message>
        <source>Agree first on the way on which the file goes, and tell the persons concerned.</source>
        <translation>Convenez d’abord de la voie que prendra le fichier, et informez les personnes concernées.</translation>
    </message>
    <message>
        <source>Sealed, and read back</source>
        <translation>Scellé, puis relu</translation>
    </message>
    <message>
        <source>1. Bring or send this one file, by the way that you agreed on. Nothing was sent.</source>
        <translation>1. Apportez ou envoyez ce seul fichier, par la voie convenue. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>2. Tell the passphrase another way: never in the message that carries the file.</source>
        <translation>2. Communiquez la phrase secrète par une autre voie&#xa0;: jamais dans le message qui porte le fichier.</translation>
    </message>
    <message>
        <source>2. It opens only in the case file whose key you pasted. Keep no other copy of it.</source>
        <translation>2. Il ne s’ouvre que dans le fichier de dossiers dont vous avez collé la clé. N’en gardez aucune autre copie.</translation>
    </message>
    <message>
        <source>3. Ask for the receipt, a small file that comes back. Take it in under “File &gt; Hand over and travel”: then you know that the cases arrived, and can close them here.</source>
        <translation>3. Demandez le reçu, un petit fichier qui revient. Ouvrez-le sous «&#xa0;Fichier &gt; Transmettre et voyager&#xa0;»&#xa0;: vous saurez alors que les dossiers sont arrivés, et pourrez les fermer ici.</translation>
    </message>
    <message>
        <source>Hand over cases</source>
        <translation>Transmettre des dossiers</translation>
    </message>
    <message>
        <source>One sealed file for a colleague. Your own cases stay as they are.</source>
        <translation>Un fichier scellé pour une ou un collègue. Vos propres dossiers restent comme ils sont.</translation>
    </message>
    <message>
        <source>&amp;Which cases</source>
        <translation>&amp;Quels dossiers</translation>
    </message>
    <message>
        <source>Who &amp;receives it</source>
        <translation>Qui le &amp;reçoit</translation>
    </message>
    <message>
        <source>A name or a role that tells you who it was</source>
        <translation>Un nom ou un rôle qui vous dit qui c’était</translation>
    </message>
    <message>
        <source>Kept in your own case file; it does not stand in the sealed file or its name.</source>
        <translation>Gardé dans votre propre fichier de dossiers; ne figure ni dans le fichier scellé ni dans son nom.</translation>
    </message>
    <message>
        <source>Where that per&amp;son works</source>
        <translation>Où cette per&amp;sonne travaille</translation>
    </message>
    <message>
        <source>How it is sealed</source>
        <translation>Comment il est scellé</translation>
    </message>
    <message>
        <source>To their &amp;key: nobody else can open it</source>
        <translation>À sa &amp;clé&#xa0;: personne d’autre ne peut l’ouvrir</translation>
    </message>
    <message>
        <source>With a &amp;passphrase that you tell them another way</source>
        <translation>Avec une &amp;phrase secrète communiquée par une autre voie</translation>
    </message>
    <message>
        <source>Their key</source>
        <translation>Sa clé</translation>
    </message>
    <message>
        <source>age1…</source>
        <translation>age1…</translation>
    </message>
    <message>
        <source>They find it under “File &gt; Hand over and travel &gt; My key”. Paste it here, then read the last two groups back to them.</source>
        <translation>Elle se trouve sous «&#xa0;Fichier &gt; Transmettre et voyager &gt; Ma clé&#xa0;». Collez-la ici, puis relisez-lui les deux derniers groupes.</translation>
    </message>
    <message>
        <source>What goes with it</source>
        <translation>Ce qui part avec</translation>
    </message>
    <message>
        <source>Everything that is on file for these cases: the answers, the files of the evidence, and the history with who changed what. Send a packet instead where less is needed.</source>
        <translation>Tout ce qui est au dossier&#xa0;: les réponses, les fichiers des preuves, et l’historique avec qui a changé quoi. Si moins suffit, envoyez plutôt une trousse.</translation>
    </message>
    <message>
        <source>The way on which the file goes is agreed, and the persons know who gets it.</source>
        <translation>La voie est convenue, et les personnes savent qui reçoit le fichier.</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>Que faire maintenant</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose where to wri&amp;te it…</source>
        <translation>Choisir où l’écri&amp;re…</translation>
    </message>
</context>
<context>
    <name>HandOverKey</name>
    <message>
        <source>My key</source>
        <translation>Ma clé</translation>
    </message>
    <message>
        <source>The key that others seal to</source>
        <translation>La clé à laquelle les autres scellent</translation>
    </message>
    <message>
        <source>Give it to whoever hands cases over to you. It closes a file for you and opens nothing: it is no secret. What was sealed to it opens only in this case file.</source>
        <translation>Donnez-la à qui vous transmet des dossiers. Elle ferme un fichier pour vous et n’ouvre rien&#xa0;: elle n’est pas secrète. Ce qui lui est scellé ne s’ouvre que dans ce fichier de dossiers.</translation>
    </message>
    <message>
        <source>To read out, group by group:</source>
        <translation>À lire à voix haute, groupe par groupe&#xa0;:</translation>
    </message>
    <message>
        <source>My key in groups of four letters</source>
        <translation>Ma clé en groupes de quatre lettres</translation>
    </message>
    <message>
        <source>Whoever gets it reads it back to you by a way on which you know each other, so that nobody slips in a key of their own.</source>
        <translation>Qui la reçoit vous la relit par une voie où vous vous reconnaissez, pour que personne ne glisse la sienne.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiée.</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>&amp;Copy the key</source>
        <translation>&amp;Copier la clé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>HandOverMenu</name>
    <message>
        <source>Hand o&amp;ver and travel</source>
        <translation>Trans&amp;mettre et voyager</translation>
    </message>
    <message>
        <source>&amp;Hand over cases…</source>
        <translation>&amp;Transmettre des dossiers…</translation>
    </message>
    <message>
        <source>&amp;Take in a hand-over…</source>
        <translation>&amp;Recevoir une transmission…</translation>
    </message>
    <message>
        <source>Take in a &amp;receipt…</source>
        <translation>Ouvrir un re&amp;çu…</translation>
    </message>
    <message>
        <source>Make a tra&amp;vel file…</source>
        <translation>Faire un fichier de &amp;voyage…</translation>
    </message>
    <message>
        <source>&amp;Bring a travel file home…</source>
        <translation>Ramener un &amp;fichier de voyage…</translation>
    </message>
    <message>
        <source>My &amp;key…</source>
        <translation>Ma &amp;clé…</translation>
    </message>
</context>
<context>
    <name>HandOverReceipt</name>
    <message>
        <source>Looking at the receipt…</source>
        <translation>Examen du reçu…</translation>
    </message>
    <message>
        <source>The receipt that came back</source>
        <translation>Le reçu qui est revenu</translation>
    </message>
    <message>
        <source>Receipt (*.hrdreceipt)</source>
        <translation>Reçu (*.hrdreceipt)</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Take in a receipt</source>
        <translation>Ouvrir un reçu</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the &amp;case…</source>
        <translation>Fermer le &amp;dossier…</translation>
    </message>
</context>
<context>
    <name>HandOverWords</name>
    <message>
        <source>No consent is on file for this ({recipient}). Ask before you hand over:</source>
        <translation>Aucun consentement n’est au dossier pour cela ({recipient}). Demandez avant de transmettre&#xa0;:</translation>
    </message>
    <message>
        <source>{name}
in {folder}</source>
        <translation>{name}
dans {folder}</translation>
    </message>
    <message>
        <source>Cases: {cases}. Evidence files: {files}.</source>
        <translation>Dossiers&#xa0;: {cases}. Fichiers de preuves&#xa0;: {files}.</translation>
    </message>
    <message>
        <source>Evidence entries without their file, which is not on file here: {count}.</source>
        <translation>Preuves sans leur fichier, qui n’est pas au dossier ici&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>This was taken in before; nothing is there twice.</source>
        <translation>Cela a déjà été intégré; rien ne s’y trouve deux fois.</translation>
    </message>
    <message>
        <source>Files that could not be looked into, for searching and printing: {count}. They are kept.</source>
        <translation>Fichiers qui n’ont pas pu être examinés pour la recherche et l’impression&#xa0;: {count}. Ils sont gardés.</translation>
    </message>
    <message>
        <source>{case}: new here. Evidence files: {files}.</source>
        <translation>{case}&#xa0;: nouveau ici. Fichiers de preuves&#xa0;: {files}.</translation>
    </message>
    <message>
        <source>{case}: answers taken {taken}, entries added {added}, questions answered {answered}, entries taken out {removed}, evidence files {files}.</source>
        <translation>{case}&#xa0;: réponses reprises {taken}, entrées ajoutées {added}, questions tranchées {answered}, entrées retirées {removed}, fichiers de preuves {files}.</translation>
    </message>
    <message>
        <source>{other} has taken in on {day}, whole and as it was sealed: {cases}.</source>
        <translation>{other} a intégré le {day}, en entier et tel que scellé&#xa0;: {cases}.</translation>
    </message>
    <message>
        <source>The other side</source>
        <translation>L’autre côté</translation>
    </message>
    <message>
        <source>This receipt was taken in before.</source>
        <translation>Ce reçu a déjà été ouvert.</translation>
    </message>
    <message>
        <source>Not changed here since, and so complete over there: {cases}. You can close what you no longer work on.</source>
        <translation>Inchangé ici depuis, donc complet là-bas&#xa0;: {cases}. Vous pouvez fermer ce sur quoi vous ne travaillez plus.</translation>
    </message>
    <message>
        <source>Changed here after it was handed over, so that the other side does not have all of it: {cases}. Hand these over again before you close them.</source>
        <translation>Changé ici après la transmission, si bien que l’autre côté n’a pas tout&#xa0;: {cases}. Transmettez-les de nouveau avant de les fermer.</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Why we ask</source>
        <translation>Pourquoi cette question</translation>
    </message>
    <message>
        <source>What usually proves it</source>
        <translation>Ce qui le prouve d’habitude</translation>
    </message>
    <message>
        <source>Provision</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation>Ce qu’il faut éviter</translation>
    </message>
    <message>
        <source>There is no special help for this field.</source>
        <translation>Il n’y a pas d’aide particulière pour ce champ.</translation>
    </message>
    <message>
        <source>Hide help</source>
        <translation>Masquer l’aide</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>What it was before: {field}</source>
        <translation>Ce que c’était avant&#xa0;: {field}</translation>
    </message>
    <message>
        <source>What was changed in this case</source>
        <translation>Ce qui a été modifié dans ce dossier</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Nothing was changed here yet.</source>
        <translation>Rien n’a encore été modifié ici.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>What was removed</source>
        <translation>Ce qui a été retiré</translation>
    </message>
    <message>
        <source>Put back. Undo takes this back again.</source>
        <translation>Rétabli. Annuler revient sur ce rétablissement.</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Ce qui a été modifié</translation>
    </message>
    <message>
        <source>A change can be taken back for 30 days. Taking back is a change too: Undo brings it back again.</source>
        <translation>On peut revenir sur une modification pendant 30 jours. Y revenir est aussi une modification&#xa0;: Annuler la défait.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Show older changes</source>
        <translation>Montrer les modifications plus anciennes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Before: {before}
After: {after}</source>
        <translation>Avant&#xa0;: {before}
Après&#xa0;: {after}</translation>
    </message>
    <message>
        <source>Added: {row}</source>
        <translation>Ajouté&#xa0;: {row}</translation>
    </message>
    <message>
        <source>Removed: {row}</source>
        <translation>Retiré&#xa0;: {row}</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>sous scellé</translation>
    </message>
    <message>
        <source>a text, not shown</source>
        <translation>un texte, non montré</translation>
    </message>
    <message>
        <source>a name, not shown now</source>
        <translation>un nom, non montré pour l’instant</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Checking the files…</source>
        <translation>Vérification des fichiers…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importation…</translation>
    </message>
    <message>
        <source>These files are named in the cases but are not there:</source>
        <translation>Ces fichiers sont nommés dans les dossiers mais ne sont pas là&#xa0;:</translation>
    </message>
    <message>
        <source>Everything is in order. Cases: {cases}. Persons: {persons}. Nothing has been written yet.</source>
        <translation>Tout est en ordre. Dossiers&#xa0;: {cases}. Personnes&#xa0;: {persons}. Rien n’a encore été écrit.</translation>
    </message>
    <message>
        <source>Nothing has been imported.</source>
        <translation>Rien n’a été importé.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cases to import</source>
        <translation>Dossiers à importer</translation>
    </message>
    <message>
        <source>Cases (*.json)</source>
        <translation>Dossiers (*.json)</translation>
    </message>
    <message>
        <source>Import cases</source>
        <translation>Importer des dossiers</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Cases in these files</source>
        <translation>Dossiers dans ces fichiers</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import them</source>
        <translation>Les importer</translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message>
        <source>Letter</source>
        <translation>Lettre</translation>
    </message>
    <message>
        <source>Write the blank intake set</source>
        <translation>Écrire les formulaires vierges</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written: {name}, {count} pages.</source>
        <translation>Écrit&#xa0;: {name}, {count} pages.</translation>
    </message>
    <message>
        <source>Blank intake set</source>
        <translation>Formulaires d’entrevue vierges</translation>
    </message>
    <message>
        <source>Sheets to ask the questions on paper, for days without power. They hold nothing of any case; order and numbers are those of the screens.</source>
        <translation>Des feuilles pour poser les questions sur papier, les jours sans courant. Elles ne contiennent rien d’aucun dossier; l’ordre et les numéros sont ceux des écrans.</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>Quoi imprimer</translation>
    </message>
    <message>
        <source>Sheets for how many &amp;persons</source>
        <translation>Feuilles pour combien de &amp;personnes</translation>
    </message>
    <message>
        <source>Sheets for how many persons</source>
        <translation>Feuilles pour combien de personnes</translation>
    </message>
    <message>
        <source>Safety cards and backgrounds for how many &amp;adults</source>
        <translation>Fiches de sécurité et antécédents pour combien d’&amp;adultes</translation>
    </message>
    <message>
        <source>Safety cards and backgrounds for how many adults</source>
        <translation>Fiches de sécurité et antécédents pour combien d’adultes</translation>
    </message>
    <message>
        <source>&amp;Language of the sheets</source>
        <translation>&amp;Langue des feuilles</translation>
    </message>
    <message>
        <source>Language of the sheets</source>
        <translation>Langue des feuilles</translation>
    </message>
    <message>
        <source>Pape&amp;r</source>
        <translation>Papie&amp;r</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Write the PDF…</source>
        <translation>Écrire le PDF…</translation>
    </message>
</context>
<context>
    <name>ItemBody</name>
    <message>
        <source>Check once more</source>
        <translation>À vérifier encore une fois</translation>
    </message>
    <message>
        <source>Still to find out</source>
        <translation>Encore à savoir</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Repose sur</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuves</translation>
    </message>
    <message>
        <source>Take this answer back</source>
        <translation>Retirer cette réponse</translation>
    </message>
    <message>
        <source>Answer this item yourself</source>
        <translation>Répondre vous-même à ce point</translation>
    </message>
    <message>
        <source>Provision: {citation}</source>
        <translation>Disposition&#xa0;: {citation}</translation>
    </message>
    <message>
        <source>The facts alone gave: {derived}. What stands now: {now}.</source>
        <translation>Les faits seuls donnaient&#xa0;: {derived}. Ce qui vaut maintenant&#xa0;: {now}.</translation>
    </message>
    <message>
        <source>Answer of staff</source>
        <translation>Réponse du personnel</translation>
    </message>
    <message>
        <source>It changes nothing: the facts decide this item. Correct the facts themselves.</source>
        <translation>Elle ne change rien&#xa0;: ce sont les faits qui décident de ce point. Corrigez les faits eux-mêmes.</translation>
    </message>
    <message>
        <source>It counts from its date on.</source>
        <translation>Elle compte à partir de sa date.</translation>
    </message>
    <message>
        <source>Give another answer</source>
        <translation>Donner une autre réponse</translation>
    </message>
    <message>
        <source>Staff do not weigh this. You may only pass it on to a lawyer or regulated consultant.</source>
        <translation>Le personnel n’en juge pas. Vous pouvez seulement le transmettre à un avocat, une avocate ou un consultant réglementé.</translation>
    </message>
    <message>
        <source>Neither staff nor a supervisor weigh this. It stays open until a lawyer or regulated consultant has read it and a dated review is recorded.</source>
        <translation>Ni le personnel ni la supervision n’en jugent. Ce point reste ouvert jusqu’à ce qu’un juriste ou un consultant réglementé l’ait lu et qu’un examen daté soit inscrit.</translation>
    </message>
    <message>
        <source>No answer of staff outweighs the facts on file. If a fact is wrong, correct it where it stands. If it is right, talk with a supervisor.</source>
        <translation>Aucune réponse du personnel ne l’emporte sur les faits au dossier. Si un fait est faux, corrigez-le à sa place. S’il est juste, parlez-en avec une superviseure ou un superviseur.</translation>
    </message>
    <message>
        <source>This follows from the facts alone. If it is wrong, correct the facts it rests on.</source>
        <translation>Ceci découle des faits seuls. Si c’est faux, corrigez les faits sur lesquels cela repose.</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>Previous open item</source>
        <translation>Point à régler précédent</translation>
    </message>
    <message>
        <source>Next open item</source>
        <translation>Point à régler suivant</translation>
    </message>
    <message>
        <source>Show only what is open</source>
        <translation>N’afficher que ce qui reste à régler</translation>
    </message>
    <message>
        <source>Still open: {count} of {all}. Open one to see why.</source>
        <translation>Encore à régler&#xa0;: {count} sur {all}. Ouvrez-en un pour voir pourquoi.</translation>
    </message>
    <message>
        <source>Nothing is open here. Open an item to see what it rests on.</source>
        <translation>Rien n’est à régler ici. Ouvrez un point pour voir sur quoi il repose.</translation>
    </message>
</context>
<context>
    <name>JournalBody</name>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Done ({count})</source>
        <translation>Fait ({count})</translation>
    </message>
    <message>
        <source>Show more ({count})</source>
        <translation>En montrer plus ({count})</translation>
    </message>
    <message>
        <source>Done on {day}</source>
        <translation>Fait le {day}</translation>
    </message>
    <message>
        <source>Overdue: {day}, {distance}</source>
        <translation>En retard&#xa0;: {day}, {distance}</translation>
    </message>
    <message>
        <source>Until {day}, {distance}</source>
        <translation>Échéance&#xa0;: {day}, {distance}</translation>
    </message>
    <message>
        <source>entered {day}, {time}</source>
        <translation>saisi le {day}, {time}</translation>
    </message>
</context>
<context>
    <name>KeepChoice</name>
    <message>
        <source>1 year, until {day}</source>
        <translation>1 an, jusqu’au {day}</translation>
    </message>
    <message>
        <source>{years} years, until {day}</source>
        <translation>{years} ans, jusqu’au {day}</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Un autre jour</translation>
    </message>
    <message>
        <source>Keep it until</source>
        <translation>Conserver jusqu’au</translation>
    </message>
</context>
<context>
    <name>KeptPacketDialog</name>
    <message>
        <source>Packet as it was sent</source>
        <translation>Trousse telle qu’envoyée</translation>
    </message>
    <message>
        <source>File of the packet</source>
        <translation>Fichier de la trousse</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Enregistrer une copie…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>KeyQuestions</name>
    <message>
        <source>Add a passphrase</source>
        <translation>Ajouter une phrase secrète</translation>
    </message>
    <message>
        <source>For a supervisor, or whoever stands in for you. It opens everything in this case file, as yours does. Whoever it is for should choose and type it.</source>
        <translation>Pour une superviseure ou la personne qui vous remplace. Elle ouvre tout ce fichier de dossiers, comme la vôtre. La personne à qui elle est destinée devrait la choisir et la taper.</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Adding it, and trying whether it opens…</source>
        <translation>Ajout, puis essai d’ouverture…</translation>
    </message>
    <message>
        <source>Added. This passphrase opens the case file from now on.</source>
        <translation>Ajoutée. Cette phrase secrète ouvre désormais le fichier de dossiers.</translation>
    </message>
    <message>
        <source>Such as: Supervisor. Only who has opened the file can read it.</source>
        <translation>Par exemple&#xa0;: Supervision. Seule une personne qui a ouvert le fichier peut le lire.</translation>
    </message>
    <message>
        <source>Paste the public key that your office gave you. Make sure that it comes from them: whoever holds the other half can open this case file. Whether it opens, only the office can try: let them do so once.</source>
        <translation>Collez la clé publique que votre bureau vous a donnée. Assurez-vous qu’elle vient de lui&#xa0;: qui détient l’autre moitié peut ouvrir ce fichier de dossiers. Seul le bureau peut essayer si elle ouvre&#xa0;: qu’il le fasse une fois.</translation>
    </message>
    <message>
        <source>Replace the office key</source>
        <translation>Remplacer la clé de bureau</translation>
    </message>
    <message>
        <source>Add the office key</source>
        <translation>Ajouter la clé de bureau</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Adding it, and reading it back…</source>
        <translation>Ajout, puis relecture…</translation>
    </message>
    <message>
        <source>Done. Let the office try its key once on this case file.</source>
        <translation>C’est fait. Demandez au bureau d’essayer une fois sa clé sur ce fichier de dossiers.</translation>
    </message>
    <message>
        <source>Such as: Office in Montréal.</source>
        <translation>Par exemple&#xa0;: Bureau de Montréal.</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Changer ma phrase secrète</translation>
    </message>
    <message>
        <source>The other keys of this case file stay as they are.</source>
        <translation>Les autres clés de ce fichier de dossiers restent telles quelles.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Changing it, and trying whether the new one opens…</source>
        <translation>Changement, puis essai de la nouvelle…</translation>
    </message>
    <message>
        <source>Changed. From now on the new passphrase opens the case file.</source>
        <translation>Changée. La nouvelle phrase secrète ouvre désormais le fichier de dossiers.</translation>
    </message>
    <message>
        <source>Your passphrase until now. With a recovery code in its place the new passphrase is added, and the forgotten one stays in the list until you take it away.</source>
        <translation>Votre phrase secrète actuelle. Avec un code de récupération à sa place, la nouvelle phrase est ajoutée, et celle qui est oubliée reste dans la liste jusqu’à ce que vous la retiriez.</translation>
    </message>
    <message>
        <source>Set a new passphrase</source>
        <translation>Choisir une nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>You opened the case file with the recovery code. Set a new passphrase now, so that the sheet can go back where it is safe. The forgotten one stays in the list of keys until you take it away there.</source>
        <translation>Vous avez ouvert le fichier de dossiers avec le code de récupération. Choisissez maintenant une nouvelle phrase secrète, pour que la feuille retourne en lieu sûr. Celle qui est oubliée reste dans la liste des clés jusqu’à ce que vous l’y retiriez.</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The new passphrase opens the case file. Put the recovery sheet away again.</source>
        <translation>La nouvelle phrase secrète ouvre le fichier de dossiers. Remettez la feuille de récupération en lieu sûr.</translation>
    </message>
    <message>
        <source>Replace the key: {key}</source>
        <translation>Remplacer la clé&#xa0;: {key}</translation>
    </message>
    <message>
        <source>The new passphrase is tried first; only then the old one goes. The other keys stay.</source>
        <translation>La nouvelle phrase secrète est d’abord essayée; l’ancienne ne disparaît qu’ensuite. Les autres clés restent.</translation>
    </message>
    <message>
        <source>Replaced. The old passphrase does not open this case file any more.</source>
        <translation>Remplacée. L’ancienne phrase secrète n’ouvre plus ce fichier de dossiers.</translation>
    </message>
    <message>
        <source>Rename the key: {key}</source>
        <translation>Renommer la clé&#xa0;: {key}</translation>
    </message>
    <message>
        <source>Rename it</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Renaming it…</source>
        <translation>Changement de nom…</translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation>Nom changé.</translation>
    </message>
    <message>
        <source>Only who has opened the file can read it.</source>
        <translation>Seule une personne qui a ouvert le fichier peut le lire.</translation>
    </message>
    <message>
        <source>Take the key away: {key}</source>
        <translation>Retirer la clé&#xa0;: {key}</translation>
    </message>
    <message>
        <source>It will not open this case file any more. The other keys stay.</source>
        <translation>Elle n’ouvrira plus ce fichier de dossiers. Les autres clés restent.</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Taking it away…</source>
        <translation>Retrait…</translation>
    </message>
    <message>
        <source>Taken away. Backups and copies of the folder made before still open with it: erase them.</source>
        <translation>Retirée. Les copies de sauvegarde et les copies du répertoire faites avant s’ouvrent encore avec elle&#xa0;: effacez-les.</translation>
    </message>
    <message>
        <source>Try the recovery code</source>
        <translation>Essayer le code de récupération</translation>
    </message>
    <message>
        <source>Fetch the sheet from where it is kept and type the code from it. Nothing is changed by that: the day is noted, and you know that the sheet can still be found and read.</source>
        <translation>Allez chercher la feuille là où elle est gardée et tapez le code. Rien ne change par là&#xa0;: le jour est noté, et vous savez que la feuille se retrouve et se lit encore.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Essai…</translation>
    </message>
    <message>
        <source>It opens this case file. Put the sheet away again.</source>
        <translation>Il ouvre ce fichier de dossiers. Remettez la feuille en lieu sûr.</translation>
    </message>
    <message>
        <source>A passphrase or a recovery code that opens this case file now.</source>
        <translation>Une phrase secrète ou un code de récupération qui ouvre déjà ce fichier de dossiers.</translation>
    </message>
    <message>
        <source>A passphrase or a recovery code that stays: so it is certain that somebody can open the file afterwards.</source>
        <translation>Une phrase secrète ou un code de récupération qui reste&#xa0;: il est ainsi certain que quelqu’un pourra encore ouvrir le fichier.</translation>
    </message>
    <message>
        <source>This does not help against somebody who has a copy of the folder or a backup from before: with the old key it still opens, and with what is in it this case file as well. Erase those copies; if one is in wrong hands, only a new case file helps.</source>
        <translation>Cela n’aide pas contre qui possède une copie du répertoire ou une copie de sauvegarde d’avant&#xa0;: elle s’ouvre encore avec l’ancienne clé et, avec ce qu’elle contient, ce fichier de dossiers aussi. Effacez ces copies; si l’une est en de mauvaises mains, seul un nouveau fichier de dossiers aide.</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Try it…</source>
        <translation>Essayer…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Remplacer…</translation>
    </message>
    <message>
        <source>Take it away…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>It is the only key: it can be replaced, but not taken away.</source>
        <translation>C’est la seule clé&#xa0;: elle peut être remplacée, mais pas retirée.</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Code de récupération</translation>
    </message>
    <message>
        <source>Office key</source>
        <translation>Clé de bureau</translation>
    </message>
    <message>
        <source>The day it was made is not known.</source>
        <translation>Date de création inconnue.</translation>
    </message>
    <message>
        <source>Made on {day}.</source>
        <translation>Création&#xa0;: {day}.</translation>
    </message>
    <message>
        <source>Not tried since.</source>
        <translation>Pas essayé depuis.</translation>
    </message>
    <message>
        <source>Last tried on {day}.</source>
        <translation>Dernier essai&#xa0;: {day}.</translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation>Clé&#xa0;: {key}</translation>
    </message>
</context>
<context>
    <name>KeysCare</name>
    <message>
        <source>There is no recovery sheet for this case file yet.</source>
        <translation>Il n’y a pas encore de feuille de récupération pour ce fichier de dossiers.</translation>
    </message>
    <message>
        <source>This case file has one key only. If that passphrase is forgotten, nobody can open it again. A recovery sheet helps; so does a supervisor’s passphrase.</source>
        <translation>Ce fichier de dossiers n’a qu’une clé. Si cette phrase secrète est oubliée, personne ne pourra plus l’ouvrir. Une feuille de récupération aide; la phrase secrète d’une superviseure aussi.</translation>
    </message>
    <message>
        <source>Make a recovery sheet…</source>
        <translation>Faire une feuille de récupération…</translation>
    </message>
    <message>
        <source>This case file has one key only. If it is lost, nobody can open it again.</source>
        <translation>Ce fichier de dossiers n’a qu’une clé. Si elle se perd, personne ne pourra plus l’ouvrir.</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Clés…</translation>
    </message>
    <message>
        <source>It is a year since the recovery code was last typed. Fetch the sheet and try it: so you know that it can still be found and read.</source>
        <translation>Le code de récupération n’a pas été tapé depuis un an. Allez chercher la feuille et essayez-le&#xa0;: vous saurez qu’elle se retrouve et se lit encore.</translation>
    </message>
    <message>
        <source>Try it now…</source>
        <translation>Essayer maintenant…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Give it a name, so that it is known later whose it is.</source>
        <translation>Donnez-lui un nom, pour que l’on sache plus tard à qui elle est.</translation>
    </message>
    <message>
        <source>Type the recovery code from its sheet.</source>
        <translation>Tapez le code de récupération de la feuille.</translation>
    </message>
    <message>
        <source>Group {number} does not have five characters.</source>
        <translation>Le groupe {number} n’a pas cinq caractères.</translation>
    </message>
    <message>
        <source>Type a passphrase or a recovery code that opens this case file now.</source>
        <translation>Tapez une phrase secrète ou un code de récupération qui ouvre déjà ce fichier de dossiers.</translation>
    </message>
    <message>
        <source>&amp;Name of the key</source>
        <translation>&amp;Nom de la clé</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>Nom de la clé</translation>
    </message>
    <message>
        <source>&amp;Public key of the office (hrd-office1…)</source>
        <translation>Clé &amp;publique du bureau (hrd-office1…)</translation>
    </message>
    <message>
        <source>Public key of the office</source>
        <translation>Clé publique du bureau</translation>
    </message>
    <message>
        <source>N&amp;ew passphrase</source>
        <translation>Nouv&amp;elle phrase secrète</translation>
    </message>
    <message>
        <source>&amp;Recovery code, group by group</source>
        <translation>Code de &amp;récupération, groupe par groupe</translation>
    </message>
    <message>
        <source>To &amp;confirm</source>
        <translation>Pour &amp;confirmer</translation>
    </message>
    <message>
        <source>Passphrase or recovery code, to confirm</source>
        <translation>Phrase secrète ou code de récupération, pour confirmer</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Travail en cours</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>KeysOffice</name>
    <message>
        <source>Choose the file of the office key first.</source>
        <translation>Choisissez d’abord le fichier de la clé de bureau.</translation>
    </message>
    <message>
        <source>Type the passphrase of the key file.</source>
        <translation>Tapez la phrase secrète du fichier de clé.</translation>
    </message>
    <message>
        <source>The file of the office key</source>
        <translation>Le fichier de la clé de bureau</translation>
    </message>
    <message>
        <source>Open with the office key</source>
        <translation>Ouvrir avec la clé de bureau</translation>
    </message>
    <message>
        <source>For whoever keeps the key of the office. The key file stays where it is; nothing of it is kept here.</source>
        <translation>Pour la personne qui garde la clé de bureau. Le fichier de clé reste où il est; rien n’en est conservé ici.</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>&amp;Fichier de clé</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Fichier de clé</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the key file</source>
        <translation>&amp;Phrase secrète du fichier de clé</translation>
    </message>
    <message>
        <source>Passphrase of the key file</source>
        <translation>Phrase secrète du fichier de clé</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Travail en cours</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>There is no recovery sheet: who forgets the passphrase loses the file, unless somebody else has another key.</source>
        <translation>Il n’y a pas de feuille de récupération&#xa0;: qui oublie la phrase secrète perd le fichier, à moins qu’une autre personne n’ait une autre clé.</translation>
    </message>
    <message>
        <source>It is a year since the recovery code was last typed. Fetch the sheet and try it.</source>
        <translation>Le code de récupération n’a pas été tapé depuis un an. Allez chercher la feuille et essayez-le.</translation>
    </message>
    <message>
        <source>Make a recovery sheet…</source>
        <translation>Faire une feuille de récupération…</translation>
    </message>
    <message>
        <source>Add a passphrase…</source>
        <translation>Ajouter une phrase secrète…</translation>
    </message>
    <message>
        <source>Add the office key…</source>
        <translation>Ajouter la clé de bureau…</translation>
    </message>
    <message>
        <source>Keys of this case file</source>
        <translation>Clés de ce fichier de dossiers</translation>
    </message>
    <message>
        <source>Each of these opens the whole case file by itself. Whoever has one can read everything in it.</source>
        <translation>Chacune ouvre à elle seule tout le fichier de dossiers. Qui en a une peut tout y lire.</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>Votre propre phrase secrète</translation>
    </message>
    <message>
        <source>Change my passphrase…</source>
        <translation>Changer ma phrase secrète…</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Ajouter une clé</translation>
    </message>
    <message>
        <source>A recovery sheet opens the file when a passphrase is forgotten. A second passphrase is for a supervisor. The office key lets your organisation in with a key of its own.</source>
        <translation>Une feuille de récupération ouvre le fichier quand une phrase secrète est oubliée. Une deuxième phrase secrète sert à une superviseure. La clé de bureau permet à votre organisation d’ouvrir avec sa propre clé.</translation>
    </message>
    <message>
        <source>This case file has as many keys as it can hold. Take one away first, or replace one.</source>
        <translation>Ce fichier de dossiers a autant de clés qu’il peut en contenir. Retirez-en une d’abord, ou remplacez-en une.</translation>
    </message>
    <message>
        <source>For other programs</source>
        <translation>Pour d’autres programmes</translation>
    </message>
    <message>
        <source>The raw key, with which other programs read the database, is to be had in the terminal alone: hrd-desktop keys raw. The README says how, under “Leaving the program”.</source>
        <translation>La clé brute, avec laquelle d’autres programmes lisent la base de données, ne s’obtient que dans le terminal&#xa0;: hrd-desktop keys raw. Le fichier README dit comment, sous «&#xa0;Leaving the program&#xa0;».</translation>
    </message>
</context>
<context>
    <name>KeysRecovery</name>
    <message>
        <source>Letter</source>
        <translation>Lettre</translation>
    </message>
    <message>
        <source>The code of the old sheet goes once the new one counts. Destroy the old sheet then. Copies of the folder and backups from before still open with it.</source>
        <translation>Le code de l’ancienne feuille disparaît dès que le nouveau compte. Détruisez alors l’ancienne feuille. Les copies du répertoire et les copies de sauvegarde d’avant s’ouvrent encore avec lui.</translation>
    </message>
    <message>
        <source>Type a passphrase or a recovery code that opens this case file now.</source>
        <translation>Tapez une phrase secrète ou un code de récupération qui ouvre déjà ce fichier de dossiers.</translation>
    </message>
    <message>
        <source>Making a code and its sheet…</source>
        <translation>Création d’un code et de sa feuille…</translation>
    </message>
    <message>
        <source>Sent to the printer. Fetch the page at once.</source>
        <translation>Envoyé à l’imprimante. Allez chercher la page tout de suite.</translation>
    </message>
    <message>
        <source>Writing it…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Where to write the recovery sheet</source>
        <translation>Où enregistrer la feuille de récupération</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written: {path}. Print it, then delete the file: whoever finds it has the code.</source>
        <translation>Enregistré&#xa0;: {path}. Imprimez-le, puis supprimez le fichier&#xa0;: qui le trouve a le code.</translation>
    </message>
    <message>
        <source>Type the code from the paper.</source>
        <translation>Tapez le code inscrit sur le papier.</translation>
    </message>
    <message>
        <source>Group {number} does not have five characters.</source>
        <translation>Le groupe {number} n’a pas cinq caractères.</translation>
    </message>
    <message>
        <source>Adding it, and trying whether it opens…</source>
        <translation>Ajout, puis essai d’ouverture…</translation>
    </message>
    <message>
        <source>Group {number} is not as on the sheet. Look at it again.</source>
        <translation>Le groupe {number} n’est pas celui de la feuille. Regardez-le de nouveau.</translation>
    </message>
    <message>
        <source>These groups are not as on the sheet: {numbers}.</source>
        <translation>Ces groupes ne sont pas ceux de la feuille&#xa0;: {numbers}.</translation>
    </message>
    <message>
        <source>From now on this code opens the case file when the passphrase is forgotten: type it where the passphrase is asked.</source>
        <translation>Ce code ouvre désormais le fichier de dossiers quand la phrase secrète est oubliée&#xa0;: tapez-le à la place de la phrase secrète.</translation>
    </message>
    <message>
        <source>The recovery code counts. Put the sheet away.</source>
        <translation>Le code de récupération compte. Rangez la feuille en lieu sûr.</translation>
    </message>
    <message>
        <source>Write the day on the sheet and put it away, not beside this computer. In a year you will be asked to try it.</source>
        <translation>Inscrivez la date sur la feuille et rangez-la, pas à côté de cet ordinateur. Dans un an, on vous demandera de l’essayer.</translation>
    </message>
    <message>
        <source>The PDF is still here, and the code in it: {path}</source>
        <translation>Le PDF est toujours là, avec le code&#xa0;: {path}</translation>
    </message>
    <message>
        <source>Deleting it…</source>
        <translation>Suppression…</translation>
    </message>
    <message>
        <source>The code was not typed back: it opens nothing, and no key was added. If it is on paper, destroy the paper.</source>
        <translation>Le code n’a pas été retapé&#xa0;: il n’ouvre rien, et aucune clé n’a été ajoutée. S’il est sur papier, détruisez le papier.</translation>
    </message>
    <message>
        <source>The PDF is deleted when you close: {path}</source>
        <translation>Le PDF sera supprimé à la fermeture&#xa0;: {path}</translation>
    </message>
    <message>
        <source>You can make a sheet at any time: “File &gt; Keys of this case file”.</source>
        <translation>Vous pouvez faire une feuille à tout moment&#xa0;: «&#xa0;Fichier &gt; Clés de ce fichier de dossiers&#xa0;».</translation>
    </message>
    <message>
        <source>Close without a key</source>
        <translation>Fermer sans clé</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Make a recovery sheet</source>
        <translation>Faire une feuille de récupération</translation>
    </message>
    <message>
        <source>Make the sheet</source>
        <translation>Faire la feuille</translation>
    </message>
    <message>
        <source>1. Put it on paper</source>
        <translation>1. Le mettre sur papier</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>Je l’ai sur papier</translation>
    </message>
    <message>
        <source>2. Type it back</source>
        <translation>2. Le retaper</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>The recovery code counts</source>
        <translation>Le code de récupération compte</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>There is no recovery code yet</source>
        <translation>Il n’y a pas encore de code de récupération</translation>
    </message>
    <message>
        <source>Back to the sheet</source>
        <translation>Revenir à la feuille</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Feuille de récupération</translation>
    </message>
    <message>
        <source>A recovery sheet is one page on paper with a code. When the passphrase is forgotten, that code opens the case file. Whoever finds the sheet and has the file can open it too: it belongs in a safe, or with somebody you trust, never beside the computer.</source>
        <translation>Une feuille de récupération est une page sur papier avec un code. Quand la phrase secrète est oubliée, ce code ouvre le fichier de dossiers. Qui trouve la feuille et a le fichier peut l’ouvrir aussi&#xa0;: gardez-la dans un coffre ou chez une personne de confiance, jamais près de l’ordinateur.</translation>
    </message>
    <message>
        <source>It takes five minutes: print the sheet, or copy the code by hand, then type the code back from the paper. It counts only after that.</source>
        <translation>Il faut cinq minutes&#xa0;: imprimez la feuille, ou copiez le code à la main, puis retapez le code depuis le papier. Il ne compte qu’après cela.</translation>
    </message>
    <message>
        <source>Pape&amp;r</source>
        <translation>Papie&amp;r</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>To &amp;confirm</source>
        <translation>Pour &amp;confirmer</translation>
    </message>
    <message>
        <source>A passphrase or a recovery code that opens this case file now.</source>
        <translation>Une phrase secrète ou un code de récupération qui ouvre déjà ce fichier de dossiers.</translation>
    </message>
    <message>
        <source>Passphrase or recovery code, to confirm</source>
        <translation>Phrase secrète ou code de récupération, pour confirmer</translation>
    </message>
    <message>
        <source>Print this page, or copy the six groups by hand. Nothing is kept of it when this window closes.</source>
        <translation>Imprimez cette page, ou copiez les six groupes à la main. Rien n’en est conservé quand cette fenêtre se ferme.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primer…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>The sheet</source>
        <translation>La feuille</translation>
    </message>
    <message>
        <source>Now type the code from the paper. That shows that the paper can be read, and only then does the code open the case file.</source>
        <translation>Tapez maintenant le code depuis le papier. Cela montre que le papier se lit, et c’est alors seulement que le code ouvre le fichier de dossiers.</translation>
    </message>
    <message>
        <source>&amp;Recovery code, group by group</source>
        <translation>Code de &amp;récupération, groupe par groupe</translation>
    </message>
    <message>
        <source>&amp;Delete the PDF now</source>
        <translation>&amp;Supprimer le PDF maintenant</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Travail en cours</translation>
    </message>
    <message>
        <source>&amp;Back to the sheet</source>
        <translation>Re&amp;venir à la feuille</translation>
    </message>
</context>
<context>
    <name>KnownDialog</name>
    <message>
        <source>How we know this</source>
        <translation>Source de l’information</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>KnownLine</name>
    <message>
        <source>on {day}</source>
        <translation>le {day}</translation>
    </message>
    <message>
        <source>Not known when asked on {day}</source>
        <translation>Inconnu quand on l’a demandé le {day}</translation>
    </message>
    <message>
        <source>Not known when asked</source>
        <translation>Inconnu quand on l’a demandé</translation>
    </message>
    <message>
        <source>by {who}</source>
        <translation>par {who}</translation>
    </message>
    <message>
        <source>evidence {ids}</source>
        <translation>preuve {ids}</translation>
    </message>
    <message>
        <source>To be asked again</source>
        <translation>À redemander</translation>
    </message>
</context>
<context>
    <name>LawyerReviewForm</name>
    <message>
        <source>Record the review</source>
        <translation>Inscrire l’examen</translation>
    </message>
    <message>
        <source>For a lawyer, a Quebec notary or a regulated consultant who has read the facts. Others may write down what this person has said or signed.</source>
        <translation>Pour un avocat ou une avocate, un ou une notaire du Québec, ou un consultant réglementé ou une consultante réglementée qui a lu les faits. D’autres peuvent consigner ce que cette personne a dit ou signé.</translation>
    </message>
    <message>
        <source>Show what is for the lawyer</source>
        <translation>Afficher ce qui s’adresse au juriste</translation>
    </message>
    <message>
        <source>For the lawyer</source>
        <translation>Pour le juriste</translation>
    </message>
    <message>
        <source>Write the name of the reviewer.</source>
        <translation>Inscrivez le nom de la personne qui a fait l’examen.</translation>
    </message>
    <message>
        <source>Choose the profession of the reviewer.</source>
        <translation>Choisissez la profession de la personne qui a fait l’examen.</translation>
    </message>
    <message>
        <source>Licence number, if known</source>
        <translation>Numéro de permis, si connu</translation>
    </message>
    <message>
        <source>Facts that were before the reviewer</source>
        <translation>Faits dont cette personne disposait</translation>
    </message>
    <message>
        <source>The review settles this item only if all of these facts were before the reviewer.</source>
        <translation>L’examen ne règle ce point que si tous ces faits ont été lus.</translation>
    </message>
    <message>
        <source>Choose the outcome.</source>
        <translation>Choisissez la conclusion.</translation>
    </message>
    <message>
        <source>Note of the reviewer</source>
        <translation>Note de la personne qui a fait l’examen</translation>
    </message>
    <message>
        <source>This outcome needs its note.</source>
        <translation>Cette conclusion exige une note.</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>This packet goes to: {recipient}</source>
        <translation>Cette trousse va à&#xa0;: {recipient}</translation>
    </message>
    <message>
        <source>To be sure, type who receives it: {recipient}</source>
        <translation>Par sûreté, tapez qui la reçoit&#xa0;: {recipient}</translation>
    </message>
    <message>
        <source>This is not who was chosen ({recipient}). Nothing was written.</source>
        <translation>Ce n’est pas le destinataire choisi ({recipient}). Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Before it leaves</source>
        <translation>Avant qu’elle parte</translation>
    </message>
    <message>
        <source>&amp;How it is locked</source>
        <translation>&amp;Verrouillage</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Choose where to write it…</source>
        <translation>&amp;Choisir où l’écrire…</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>Left out, and why: {count}</source>
        <translation>Ce qui reste ici, et pourquoi&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>Rien ne reste ici</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add to: {field}</source>
        <translation>Ajouter à&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Take out: {entry}</source>
        <translation>Retirer&#xa0;: {entry}</translation>
    </message>
</context>
<context>
    <name>LockReason</name>
    <message>
        <source>Finishing a packet, then locked.</source>
        <translation>La trousse se termine, puis tout est verrouillé.</translation>
    </message>
    <message>
        <source>A packet was being written and was stopped. Look whether its file is there before you send anything.</source>
        <translation>Une trousse était en cours d’écriture et a été arrêtée. Vérifiez que son fichier est là avant d’envoyer quoi que ce soit.</translation>
    </message>
    <message>
        <source>Making a backup, then the program closes. Close the window once more to leave without it.</source>
        <translation>Une sauvegarde est en cours, puis le programme se fermera. Fermez la fenêtre encore une fois pour quitter sans elle.</translation>
    </message>
    <message>
        <source>Making a backup, then locked.</source>
        <translation>Une sauvegarde est en cours, puis le fichier sera verrouillé.</translation>
    </message>
    <message>
        <source>What was under way has not been finished.</source>
        <translation>Ce qui était en cours n’a pas été terminé.</translation>
    </message>
    <message>
        <source>The window stayed open to tell you this. Close it once more to leave.</source>
        <translation>La fenêtre est restée ouverte pour vous le dire. Fermez-la encore une fois pour quitter.</translation>
    </message>
    <message>
        <source>Locked: you locked it.</source>
        <translation>Verrouillé&#xa0;: vous l’avez verrouillé.</translation>
    </message>
    <message>
        <source>Locked: nobody touched the program for a minute.</source>
        <translation>Verrouillé&#xa0;: personne n’a touché au programme pendant une minute.</translation>
    </message>
    <message>
        <source>Locked: nobody touched the program for {count} minutes.</source>
        <translation>Verrouillé&#xa0;: personne n’a touché au programme pendant {count} minutes.</translation>
    </message>
    <message>
        <source>Locked: the computer went to sleep.</source>
        <translation>Verrouillé&#xa0;: l’ordinateur s’est mis en veille.</translation>
    </message>
    <message>
        <source>Locked: the lid was closed.</source>
        <translation>Verrouillé&#xa0;: l’écran du portable a été rabattu.</translation>
    </message>
    <message>
        <source>Locked: the screen was locked.</source>
        <translation>Verrouillé&#xa0;: l’écran a été verrouillé.</translation>
    </message>
    <message>
        <source>Locked: somebody else took over the computer.</source>
        <translation>Verrouillé&#xa0;: quelqu’un d’autre a pris l’ordinateur.</translation>
    </message>
    <message>
        <source>Locked: the computer was being shut down, or its user signed out.</source>
        <translation>Verrouillé&#xa0;: l’ordinateur allait s’éteindre, ou la session a été fermée.</translation>
    </message>
    <message>
        <source>The last backup was not made: the disk for backups on this computer is full. What was typed is saved. Make room, then open the file: it is backed up soon after.</source>
        <translation>La dernière sauvegarde n’a pas été faite&#xa0;: le disque des sauvegardes de cet ordinateur est plein. Ce qui a été saisi est enregistré. Libérez de l’espace, puis ouvrez le fichier&#xa0;: il est sauvegardé peu après.</translation>
    </message>
    <message>
        <source>The last backup was not made: something in the case file is damaged. Keep the older backups and open the file: the program shows what can be had back.</source>
        <translation>La dernière sauvegarde n’a pas été faite&#xa0;: quelque chose est endommagé dans le fichier de dossiers. Gardez les anciennes sauvegardes et ouvrez le fichier&#xa0;: le programme montre ce qui peut être récupéré.</translation>
    </message>
    <message>
        <source>The last backup is on this computer, but not on the second disk. Look whether that is full or was pulled out too early; then open the file and choose Back up now.</source>
        <translation>La dernière sauvegarde est sur cet ordinateur, mais pas sur le deuxième disque. Vérifiez s’il est plein ou a été retiré trop tôt; ouvrez ensuite le fichier et choisissez «&#xa0;Sauvegarder maintenant&#xa0;».</translation>
    </message>
    <message>
        <source>The last backup is only on the second disk: this computer has no room for it. Make room.</source>
        <translation>La dernière sauvegarde n’est que sur le deuxième disque&#xa0;: cet ordinateur n’a pas de place pour elle. Libérez de l’espace.</translation>
    </message>
    <message>
        <source>The last backup was not made. What was typed is saved. Open the file: the page Backups says what is in the way.</source>
        <translation>La dernière sauvegarde n’a pas été faite. Ce qui a été saisi est enregistré. Ouvrez le fichier&#xa0;: la page Sauvegardes dit ce qui l’empêche.</translation>
    </message>
</context>
<context>
    <name>LocksLabel</name>
    <message>
        <source>Locks in {minutes} min</source>
        <translation>Verrouillage dans {minutes} min</translation>
    </message>
    <message>
        <source>Locks in {seconds} s. Press any key to stay.</source>
        <translation>Verrouillage dans {seconds} s. Appuyez sur une touche pour rester.</translation>
    </message>
    <message>
        <source>Locks in {seconds} s</source>
        <translation>Verrouillage dans {seconds} s</translation>
    </message>
</context>
<context>
    <name>LongTextEditor</name>
    <message>
        <source>Write from the right</source>
        <translation>Écrire de droite à gauche</translation>
    </message>
    <message>
        <source>{field}: write from right to left</source>
        <translation>{field}&#xa0;: écrire de droite à gauche</translation>
    </message>
</context>
<context>
    <name>LookupEditor</name>
    <message>
        <source>Type a part of the name</source>
        <translation>Tapez une partie du nom</translation>
    </message>
    <message>
        <source>Nothing of that name in the list, or more than one. Nothing was changed.</source>
        <translation>Rien de ce nom dans la liste, ou plus d’un. Rien n’a été modifié.</translation>
    </message>
</context>
<context>
    <name>Masked</name>
    <message>
        <source>Show what is sealed</source>
        <translation>Afficher ce qui est sous scellé</translation>
    </message>
    <message>
        <source>Hide it again</source>
        <translation>Masquer de nouveau</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Light or &amp;dark</source>
        <translation>&amp;Clair ou sombre</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Taille du texte</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;Nouveau dossier…</translation>
    </message>
    <message>
        <source>&amp;Import cases…</source>
        <translation>&amp;Importer des dossiers…</translation>
    </message>
    <message>
        <source>&amp;Packet…</source>
        <translation>&amp;Trousse…</translation>
    </message>
    <message>
        <source>Write in the &amp;journal</source>
        <translation>Écrire dans le &amp;journal</translation>
    </message>
    <message>
        <source>&amp;Blank intake set…</source>
        <translation>Formulaires &amp;vierges…</translation>
    </message>
    <message>
        <source>Back&amp;ups…</source>
        <translation>Sauve&amp;gardes…</translation>
    </message>
    <message>
        <source>&amp;Keys of this case file…</source>
        <translation>&amp;Clés de ce fichier de dossiers…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>How we &amp;know this answer…</source>
        <translation>&amp;Source de cette réponse…</translation>
    </message>
    <message>
        <source>What was c&amp;hanged…</source>
        <translation>Ce qui a été &amp;modifié…</translation>
    </message>
    <message>
        <source>What to &amp;ask next…</source>
        <translation>À &amp;demander ensuite…</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Verrouiller</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>Aujourd’&amp;hui</translation>
    </message>
    <message>
        <source>&amp;Caseload</source>
        <translation>&amp;Dossiers</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Rechercher…</translation>
    </message>
    <message>
        <source>Pac&amp;kets</source>
        <translation>Trou&amp;sses</translation>
    </message>
    <message>
        <source>&amp;Record of what was done</source>
        <translation>&amp;Registre de ce qui a été fait</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Réglages</translation>
    </message>
    <message>
        <source>C&amp;over everything</source>
        <translation>&amp;Tout couvrir</translation>
    </message>
    <message>
        <source>&amp;About HRD Desktop</source>
        <translation>À &amp;propos de HRD Desktop</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>&amp;Places</source>
        <translation>&amp;Places</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Bring a travel file home</source>
        <translation>Ramener un fichier de voyage</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>Examen du fichier…</translation>
    </message>
    <message>
        <source>The hand-over that came</source>
        <translation>La transmission reçue</translation>
    </message>
    <message>
        <source>Hand-over (*.hrdcase)</source>
        <translation>Transmission (*.hrdcase)</translation>
    </message>
    <message>
        <source>The travel file that came home</source>
        <translation>Le fichier de voyage de retour</translation>
    </message>
    <message>
        <source>Where to write the receipt</source>
        <translation>Où écrire le reçu</translation>
    </message>
    <message>
        <source>Receipt (*.hrdreceipt)</source>
        <translation>Reçu (*.hrdreceipt)</translation>
    </message>
    <message>
        <source>The passphrase that you gave the travel file.</source>
        <translation>La phrase secrète que vous avez donnée au fichier de voyage.</translation>
    </message>
    <message>
        <source>The passphrase that whoever sealed it has told you another way.</source>
        <translation>La phrase secrète que la personne qui l’a scellé vous a communiquée par une autre voie.</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Tapez la phrase secrète.</translation>
    </message>
    <message>
        <source>Opening it and comparing. Nothing is written yet…</source>
        <translation>Ouverture et comparaison. Rien n’est encore écrit…</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>quelqu’un sans nom</translation>
    </message>
    <message>
        <source>Sealed by {who} on {day}. Nothing has been written yet.</source>
        <translation>Scellé par {who}, le {day}. Rien n’est encore écrit.</translation>
    </message>
    <message>
        <source>The travel file of {day}. Nothing has been written yet.</source>
        <translation>Le fichier de voyage du {day}. Rien n’est encore écrit.</translation>
    </message>
    <message>
        <source>This file was taken in before.</source>
        <translation>Ce fichier a déjà été intégré.</translation>
    </message>
    <message>
        <source>Answered: {answered} of {asked}</source>
        <translation>Tranchées&#xa0;: {answered} sur {asked}</translation>
    </message>
    <message>
        <source>Taking in, and reading back…</source>
        <translation>Intégration et relecture…</translation>
    </message>
    <message>
        <source>Taken in, and read back</source>
        <translation>Intégré, puis relu</translation>
    </message>
    <message>
        <source>Nothing was new</source>
        <translation>Rien n’était nouveau</translation>
    </message>
    <message>
        <source>Now erase the travel file, so that the cases are in one place only: open it, then “File &gt; Close and erase &gt; Erase the whole case file”.</source>
        <translation>Effacez maintenant le fichier de voyage, pour que les dossiers ne soient qu’à un endroit&#xa0;: ouvrez-le, puis «&#xa0;Fichier &gt; Fermer et effacer &gt; Effacer tout le fichier de dossiers&#xa0;».</translation>
    </message>
    <message>
        <source>Send the receipt back: a small file that says which cases arrived, and nothing of what is in them. Whoever handed them over waits for it.</source>
        <translation>Renvoyez le reçu&#xa0;: un petit fichier qui dit quels dossiers sont arrivés, et rien de leur contenu. La personne qui les a transmis l’attend.</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Enregistré&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Both of you changed these. Choose what stands; the other value stays in the history. Keys: 1 keeps mine, 2 takes theirs, and the next question comes.</source>
        <translation>Vous avez tous deux changé ces réponses. Choisissez ce qui vaut; l’autre valeur reste dans l’historique. Touches&#xa0;: 1 garde la mienne, 2 prend la leur, et la question suivante vient.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>On to the questions</source>
        <translation>Passer aux questions</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Take them in</source>
        <translation>Les intégrer</translation>
    </message>
    <message>
        <source>Take in cases</source>
        <translation>Recevoir des dossiers</translation>
    </message>
    <message>
        <source>Show &amp;names</source>
        <translation>Montrer les &amp;noms</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Le fichier</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>La montrer</translation>
    </message>
    <message>
        <source>&amp;Save the receipt…</source>
        <translation>&amp;Enregistrer le reçu…</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Keep &amp;mine for the rest</source>
        <translation>Garder le &amp;mien pour le reste</translation>
    </message>
    <message>
        <source>Take &amp;theirs for the rest</source>
        <translation>Prendre le &amp;leur pour le reste</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>MergeList</name>
    <message>
        <source>Keep it here</source>
        <translation>Garder ici</translation>
    </message>
    <message>
        <source>Take it out here as well</source>
        <translation>Retirer ici aussi</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Laisser retiré</translation>
    </message>
    <message>
        <source>Put it back here</source>
        <translation>Remettre ici</translation>
    </message>
    <message>
        <source>It stays</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>It is taken out</source>
        <translation>Sera retiré</translation>
    </message>
    <message>
        <source>{case}: taken out on one side. It stays, unless you choose otherwise.</source>
        <translation>{case}&#xa0;: retiré d’un côté. Cela reste, sauf si vous en décidez autrement.</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>Can only stand together with {others}: one answer for all of them.</source>
        <translation>Va seulement avec {others}&#xa0;: une même réponse pour tous.</translation>
    </message>
</context>
<context>
    <name>MergeLook</name>
    <message>
        <source>What is taken without asking</source>
        <translation>Ce qui est repris sans question</translation>
    </message>
    <message>
        <source>{person} of {case} resembles {others}. Taking in keeps both; compare them on the page “People”.</source>
        <translation>{person} de {case} ressemble à {others}. Les deux sont gardés; comparez-les à la page «&#xa0;Personnes&#xa0;».</translation>
    </message>
    <message>
        <source>Evidence files that are new here: {count}</source>
        <translation>Fichiers de preuves nouveaux ici&#xa0;: {count}</translation>
    </message>
    <message>
        <source>New here. Persons: {persons}</source>
        <translation>Nouveau ici. Personnes&#xa0;: {persons}</translation>
    </message>
    <message>
        <source>On file here. It brings nothing new.</source>
        <translation>Au dossier ici. N’apporte rien de nouveau.</translation>
    </message>
    <message>
        <source>Questions to answer, because both sides changed it: {count}</source>
        <translation>Questions à trancher, parce que les deux côtés ont changé la réponse&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Answers taken without asking, because only the other side changed them: {count}</source>
        <translation>Réponses reprises sans question, parce que seul l’autre côté les a changées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Entries added: {count}</source>
        <translation>Entrées ajoutées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Entries taken out on one side; they stay unless you choose otherwise: {count}</source>
        <translation>Entrées retirées d’un côté; elles restent, sauf si vous en décidez autrement&#xa0;: {count}</translation>
    </message>
    <message>
        <source>It is not known how both began. Where the history does not say which side is newer, you are asked.</source>
        <translation>On ne sait pas d’où les deux sont partis. Là où l’historique ne dit pas quel côté est le plus récent, la question vous est posée.</translation>
    </message>
    <message>
        <source>On file here.</source>
        <translation>Au dossier ici.</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>couvert</translation>
    </message>
    <message>
        <source>before: {before}
then: {after}</source>
        <translation>avant&#xa0;: {before}
ensuite&#xa0;: {after}</translation>
    </message>
</context>
<context>
    <name>MergeQuestion</name>
    <message>
        <source>Mine stays</source>
        <translation>Le mien reste</translation>
    </message>
    <message>
        <source>Theirs is taken</source>
        <translation>Le leur est repris</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Prendre le leur</translation>
    </message>
    <message>
        <source>Show the whole texts</source>
        <translation>Montrer les textes entiers</translation>
    </message>
    <message>
        <source>Covered: show it</source>
        <translation>Couvert&#xa0;: le montrer</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>couvert</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>Pas encore tranché</translation>
    </message>
    <message>
        <source>On file here</source>
        <translation>Au dossier ici</translation>
    </message>
    <message>
        <source>In the file that came</source>
        <translation>Dans le fichier reçu</translation>
    </message>
</context>
<context>
    <name>MergeWords</name>
    <message>
        <source>a name, not shown now</source>
        <translation>un nom, non montré</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>scellé</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>couvert</translation>
    </message>
</context>
<context>
    <name>ModeSwitch</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>All questions of this section on one page</source>
        <translation>Toutes les questions de cette section sur une page</translation>
    </message>
    <message>
        <source>Guided</source>
        <translation>Guidé</translation>
    </message>
    <message>
        <source>One question at a time, with what helps to answer it</source>
        <translation>Une question à la fois, avec ce qui aide à y répondre</translation>
    </message>
</context>
<context>
    <name>Needed</name>
    <message>
        <source>Not complete yet. Still needed: {fields}</source>
        <translation>Pas encore complet. Il manque&#xa0;: {fields}</translation>
    </message>
</context>
<context>
    <name>NewCaseDialog</name>
    <message>
        <source>A case needs a code.</source>
        <translation>Il faut un code au dossier.</translation>
    </message>
    <message>
        <source>A case needs a name to begin with; an assumed one will do.</source>
        <translation>Il faut un nom pour commencer; un nom d’emprunt suffit.</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Case code</source>
        <translation>Code du dossier</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>A word that you alone connect with this person. It shows instead of the name.</source>
        <translation>Un mot que vous seule ou seul associez à cette personne. Il paraît à la place du nom.</translation>
    </message>
    <message>
        <source>Name of the principal applicant</source>
        <translation>Nom du demandeur principal ou de la demandeuse principale</translation>
    </message>
    <message>
        <source>One name is enough; an assumed one will do. The rest is asked once the person has agreed that a file is kept.</source>
        <translation>Un seul nom suffit, même d’emprunt. Le reste se demande une fois que la personne a accepté qu’un dossier soit conservé.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Begin the case</source>
        <translation>Commencer le dossier</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The same once more</source>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>The same passphrase once more</source>
        <translation>La même phrase secrète encore une fois</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Le verrouillage des majuscules est activé.</translation>
    </message>
    <message>
        <source>Type the new passphrase, or let one be suggested.</source>
        <translation>Tapez la nouvelle phrase secrète, ou faites-en proposer une.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Les deux phrases secrètes ne sont pas identiques.</translation>
    </message>
    <message>
        <source>Write it down on paper now, and keep the paper away from this computer. Then type it once more below.</source>
        <translation>Notez-la maintenant sur papier et gardez le papier loin de cet ordinateur. Puis retapez-la ci-dessous.</translation>
    </message>
</context>
<context>
    <name>NewTaskDialog</name>
    <message>
        <source>Write what is to be done.</source>
        <translation>Écrivez ce qui est à faire.</translation>
    </message>
    <message>
        <source>Choose the case it belongs to.</source>
        <translation>Choisissez le dossier concerné.</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Nouvelle tâche</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Ce qui est à faire</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Pour quand</translation>
    </message>
    <message>
        <source>For which case</source>
        <translation>Pour quel dossier</translation>
    </message>
    <message>
        <source>Search by name, alias or code</source>
        <translation>Chercher par nom, alias ou code</translation>
    </message>
    <message>
        <source>Cases to choose from</source>
        <translation>Dossiers à choisir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Add the task</source>
        <translation>Ajouter la tâche</translation>
    </message>
</context>
<context>
    <name>NewTaskLine</name>
    <message>
        <source>New task</source>
        <translation>Nouvelle tâche</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Ce qui est à faire</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>De qui il s’agit</translation>
    </message>
    <message>
        <source>Add the task</source>
        <translation>Ajouter la tâche</translation>
    </message>
    <message>
        <source>The whole case</source>
        <translation>Tout le dossier</translation>
    </message>
</context>
<context>
    <name>NextPerson</name>
    <message>
        <source>Listed already: {persons}</source>
        <translation>Déjà dans la liste&#xa0;: {persons}</translation>
    </message>
    <message>
        <source>Every question was asked.</source>
        <translation>Toutes les questions ont été posées.</translation>
    </message>
    <message>
        <source>Is every member of the family named now?</source>
        <translation>Tous les membres de la famille sont-ils maintenant nommés?</translation>
    </message>
    <message>
        <source>Some questions are still open: {count}. They are among the tasks.</source>
        <translation>Des questions restent ouvertes&#xa0;: {count}. Elles sont parmi les tâches.</translation>
    </message>
    <message>
        <source>Question {number} of {all}</source>
        <translation>Question {number} sur {all}</translation>
    </message>
    <message>
        <source>Yes, add a person</source>
        <translation>Oui, ajouter une personne</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>{question}. Answered before: {reply}</source>
        <translation>{question}. Réponse précédente&#xa0;: {reply}</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Ask next time</source>
        <translation>Demander la prochaine fois</translation>
    </message>
    <message>
        <source>Yes, everyone is named</source>
        <translation>Oui, tout le monde est nommé</translation>
    </message>
    <message>
        <source>Not yet, ask again</source>
        <translation>Pas encore, à redemander</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>Question précédente</translation>
    </message>
    <message>
        <source>Stop for now</source>
        <translation>Arrêter pour l’instant</translation>
    </message>
</context>
<context>
    <name>NotedRow</name>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Correct: {text}</source>
        <translation>Corriger&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Marquer comme fait</translation>
    </message>
    <message>
        <source>Done: {text}</source>
        <translation>Fait&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>Retirer cette inscription</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>This number is too large. Nothing was changed.</source>
        <translation>Ce nombre est trop grand. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>A whole number, please: 0 or more, digits only. Nothing was changed.</source>
        <translation>Un nombre entier, 0 ou plus, en chiffres seulement. Rien n’a été modifié.</translation>
    </message>
</context>
<context>
    <name>ObjectEditor</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove: {field}</source>
        <translation>Retirer&#xa0;: {field}</translation>
    </message>
</context>
<context>
    <name>Obstacles</name>
    <message>
        <source>Show all ({count})</source>
        <translation>Tout montrer ({count})</translation>
    </message>
</context>
<context>
    <name>OtherRoutes</name>
    <message>
        <source>Routes that fit these facts</source>
        <translation>Voies qui conviennent à ces faits</translation>
    </message>
    <message>
        <source>Other ways to know of</source>
        <translation>Autres voies à connaître</translation>
    </message>
    <message>
        <source>Other routes</source>
        <translation>Autres voies</translation>
    </message>
    <message>
        <source>Proposed: keep only what is needed to reach the person and for safety. Most sections have stopped asking. Nothing was deleted, and each of them can be opened all the same.</source>
        <translation>Proposition&#xa0;: ne garder que ce qu’il faut pour joindre la personne et pour sa sécurité. La plupart des sections ne demandent plus rien. Rien n’a été supprimé, et chacune peut tout de même être ouverte.</translation>
    </message>
</context>
<context>
    <name>OverrideForm</name>
    <message>
        <source>Record the decision</source>
        <translation>Inscrire la décision</translation>
    </message>
    <message>
        <source>What stops the packet becomes a warning; the result stays as it is, for everybody to see. The decision has no effect on what points to another route or waits for a lawyer.</source>
        <translation>Ce qui empêche l’envoi de la trousse devient un avertissement; le résultat demeure, à la vue de tous. La décision n’a aucun effet sur ce qui oriente vers une autre voie ou attend un juriste.</translation>
    </message>
    <message>
        <source>Even so, no packet leaves this program without this agreement.</source>
        <translation>Même ainsi, aucune trousse ne sort de ce programme sans cet accord.</translation>
    </message>
    <message>
        <source>Why it may pass</source>
        <translation>Pourquoi cela peut passer</translation>
    </message>
    <message>
        <source>Write in a sentence or two why it may pass.</source>
        <translation>Écrivez en une phrase ou deux pourquoi cela peut passer.</translation>
    </message>
    <message>
        <source>Name of the supervisor</source>
        <translation>Nom de la personne qui supervise</translation>
    </message>
    <message>
        <source>Write the name of the supervisor.</source>
        <translation>Inscrivez le nom de la personne qui supervise.</translation>
    </message>
</context>
<context>
    <name>OverridePanel</name>
    <message>
        <source>Decision of a supervisor</source>
        <translation>Décision de la supervision</translation>
    </message>
    <message>
        <source>A supervisor lets this pass</source>
        <translation>La supervision laisse passer ce point</translation>
    </message>
    <message>
        <source>It turns what stops the packet into a warning. The result stays as it is.</source>
        <translation>Elle change en avertissement ce qui empêche l’envoi de la trousse. Le résultat demeure.</translation>
    </message>
    <message>
        <source>It counts from its date on.</source>
        <translation>Elle compte à partir de sa date.</translation>
    </message>
    <message>
        <source>It has no effect on what stands now.</source>
        <translation>Elle n’a aucun effet sur ce qui vaut maintenant.</translation>
    </message>
    <message>
        <source>A supervisor cannot let this pass: it points to another route.</source>
        <translation>La supervision ne peut laisser passer ce point&#xa0;: il oriente vers une autre voie.</translation>
    </message>
</context>
<context>
    <name>PacketDialog</name>
    <message>
        <source>Not chosen yet</source>
        <translation>Pas encore choisi</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Lettre</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Un seul fichier</translation>
    </message>
    <message>
        <source>Files that a mailbox takes</source>
        <translation>Fichiers pour le courriel</translation>
    </message>
    <message>
        <source>This draft may be exported for the desk.</source>
        <translation>Cette ébauche peut être exportée pour le bureau.</translation>
    </message>
    <message>
        <source>Nothing stands against sending this packet.</source>
        <translation>Rien ne s’oppose à l’envoi de cette trousse.</translation>
    </message>
    <message>
        <source>Setting the pages...</source>
        <translation>Mise en pages…</translation>
    </message>
    <message>
        <source>No font has these characters; a box stands in their place: {characters}</source>
        <translation>Aucune police n’a ces caractères; une case vide les remplace&#xa0;: {characters}</translation>
    </message>
    <message>
        <source>Making the copies of papers ready. The text can be read meanwhile.</source>
        <translation>Les copies des pièces sont en préparation. Le texte peut déjà être lu.</translation>
    </message>
    <message>
        <source>Writing the packet...</source>
        <translation>Écriture de la trousse…</translation>
    </message>
    <message>
        <source>Export the packet</source>
        <translation>Exporter la trousse</translation>
    </message>
    <message>
        <source>It cannot be sent yet, for the reasons above: shown as a draft.</source>
        <translation>Elle ne peut pas encore partir, pour les raisons ci-dessus&#xa0;: montrée comme ébauche.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Arrêté. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Stopping...</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Trousse</translation>
    </message>
    <message>
        <source>Referral packet</source>
        <translation>Trousse de recommandation</translation>
    </message>
    <message>
        <source>Language of the packet</source>
        <translation>Langue de la trousse</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>P&amp;apier</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>F&amp;ichiers</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>&amp;Draft for the desk</source>
        <translation>É&amp;bauche pour le bureau</translation>
    </message>
    <message>
        <source>Every page says that it is a draft. Do not send it to a partner.</source>
        <translation>Chaque page dit que c’est une ébauche. Ne l’envoyez pas à un partenaire.</translation>
    </message>
    <message>
        <source>&amp;Internal cover…</source>
        <translation>Feuille i&amp;nterne…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>What stands against sending</source>
        <translation>Ce qui s’oppose à l’envoi</translation>
    </message>
    <message>
        <source>&amp;Who gets it</source>
        <translation>&amp;Qui la reçoit</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>Qui la reçoit</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>For the office alone, and never part of a packet: what the check found.</source>
        <translation>Pour le bureau seulement, jamais dans une trousse&#xa0;: ce que la vérification a trouvé.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>PacketLock</name>
    <message>
        <source>Enter the key of the person who will open it.</source>
        <translation>Entrez la clé de la personne qui l’ouvrira.</translation>
    </message>
    <message>
        <source>Choose the words that open it.</source>
        <translation>Choisissez les mots qui l’ouvrent.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Les deux ne sont pas identiques.</translation>
    </message>
    <message>
        <source>Whoever has the file can read it.</source>
        <translation>Quiconque a le fichier peut le lire.</translation>
    </message>
    <message>
        <source>A PDF that asks for the password (AES-256). Tell the password another way.</source>
        <translation>Un PDF qui demande le mot de passe (AES-256). Transmettez le mot de passe par une autre voie.</translation>
    </message>
    <message>
        <source>A file that only the holder of this key opens, with the public program age.</source>
        <translation>Un fichier que seule la personne qui détient cette clé ouvre, avec le programme public age.</translation>
    </message>
    <message>
        <source>A file that opens with these words, with the public program age. Tell them another way.</source>
        <translation>Un fichier qui s’ouvre avec ces mots, avec le programme public age. Transmettez-les par une autre voie.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Le même encore une fois</translation>
    </message>
    <message>
        <source>Key of the recipient (begins with age1)</source>
        <translation>Clé du destinataire (commence par age1)</translation>
    </message>
    <message>
        <source>Not locked</source>
        <translation>Sans verrou</translation>
    </message>
    <message>
        <source>Locked with a password</source>
        <translation>Verrouillée par un mot de passe</translation>
    </message>
    <message>
        <source>Sealed to the key of a person</source>
        <translation>Scellée pour la clé d’une personne</translation>
    </message>
    <message>
        <source>Sealed with a passphrase</source>
        <translation>Scellée par une phrase secrète</translation>
    </message>
    <message>
        <source>How it is locked</source>
        <translation>Verrouillage</translation>
    </message>
</context>
<context>
    <name>PacketPreview</name>
    <message>
        <source>File {number} of {count}</source>
        <translation>Fichier {number} de {count}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>As wide as the window</source>
        <translation>De la largeur de la fenêtre</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Preview of the packet</source>
        <translation>Aperçu de la trousse</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Go to a part</source>
        <translation>Aller à une partie</translation>
    </message>
    <message>
        <source>File of the packet</source>
        <translation>Fichier de la trousse</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>de {count}</translation>
    </message>
</context>
<context>
    <name>PacketWords</name>
    <message>
        <source>Nobody yet</source>
        <translation>Personne encore</translation>
    </message>
    <message>
        <source>You took this part out.</source>
        <translation>Vous avez retiré cette partie.</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} pages</translation>
    </message>
    <message>
        <source>{pages} so far; the copies of papers are still being made ready</source>
        <translation>{pages} pour l’instant; les copies des pièces sont encore en préparation</translation>
    </message>
    <message>
        <source>exhibits: {listed}, with a copy: {copies}</source>
        <translation>pièces jointes&#xa0;: {listed}, avec copie&#xa0;: {copies}</translation>
    </message>
    <message>
        <source>Files: {files} ({sizes}). Mails: {mails}.</source>
        <translation>Fichiers&#xa0;: {files} ({sizes}). Courriels&#xa0;: {mails}.</translation>
    </message>
    <message>
        <source>{files} files in {mails} mails</source>
        <translation>fichiers&#xa0;: {files}, courriels&#xa0;: {mails}</translation>
    </message>
    <message>
        <source>Written: {name}, {count} pages, in the folder {folder}.</source>
        <translation>Écrit&#xa0;: {name}, {count} pages, dans le répertoire {folder}.</translation>
    </message>
    <message>
        <source>Written: {files} files, {count} pages, for {mails} mails, in the folder {folder}.</source>
        <translation>Écrit&#xa0;: {files} fichiers, {count} pages, courriels&#xa0;: {mails}, dans le répertoire {folder}.</translation>
    </message>
    <message>
        <source>It is edition {number} once more, the same to the byte.</source>
        <translation>C’est de nouveau l’édition {number}, à l’octet près.</translation>
    </message>
    <message>
        <source>Kept as edition {number}.</source>
        <translation>Conservée comme édition {number}.</translation>
    </message>
    <message>
        <source>The file is not protected: whoever has it can read it.</source>
        <translation>Le fichier n’est pas protégé&#xa0;: quiconque l’a peut le lire.</translation>
    </message>
    <message>
        <source>Do not send it to a partner.</source>
        <translation>Ne l’envoyez pas à un partenaire.</translation>
    </message>
    <message>
        <source>Tell what opens it another way than you send it.</source>
        <translation>Transmettez ce qui l’ouvre par une autre voie que le fichier.</translation>
    </message>
    <message>
        <source>Send it safely, then delete it.</source>
        <translation>Envoyez-le de façon sûre, puis supprimez-le.</translation>
    </message>
    <message>
        <source>Written: {name}. It holds what the check found: for the office alone, never to be sent.</source>
        <translation>Écrit&#xa0;: {name}. Ce fichier contient ce que la vérification a trouvé&#xa0;: pour le bureau seulement, à ne jamais envoyer.</translation>
    </message>
</context>
<context>
    <name>PacketsPage</name>
    <message>
        <source>Verify a packet file</source>
        <translation>Vérifier un fichier de trousse</translation>
    </message>
    <message>
        <source>Packets (*.pdf *.age)</source>
        <translation>Trousses (*.pdf *.age)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Verify a packet file…</source>
        <translation>Vérifier un fichier de trousse…</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>En montrer plus</translation>
    </message>
    <message>
        <source>No packet has left yet. Open a case and choose Packet; drafts for the desk are not kept here.</source>
        <translation>Aucune trousse n’est encore partie. Ouvrez un dossier et choisissez Trousse; les ébauches pour le bureau ne sont pas conservées ici.</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Trousses</translation>
    </message>
    <message>
        <source>Every packet that was written to leave, kept exactly as it was sent. New packets are written in their case.</source>
        <translation>Chaque trousse écrite pour partir, conservée exactement telle qu’envoyée. Les nouvelles s’écrivent dans leur dossier.</translation>
    </message>
</context>
<context>
    <name>PaperBar</name>
    <message>
        <source>Previous page (Page up)</source>
        <translation>Page précédente (Page préc.)</translation>
    </message>
    <message>
        <source>Next page (Page down)</source>
        <translation>Page suivante (Page suiv.)</translation>
    </message>
    <message>
        <source>Smaller (minus key)</source>
        <translation>Plus petit (touche moins)</translation>
    </message>
    <message>
        <source>Larger (plus key)</source>
        <translation>Plus grand (touche plus)</translation>
    </message>
    <message>
        <source>As wide as the window (0 key)</source>
        <translation>À la largeur de la fenêtre (touche 0)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Turn to the right (R key)</source>
        <translation>Tourner à droite (touche R)</translation>
    </message>
    <message>
        <source>Search in the text</source>
        <translation>Chercher dans le texte</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Page {number} sur {count}</translation>
    </message>
    <message>
        <source>There is no text to search in.</source>
        <translation>Il n’y a pas de texte où chercher.</translation>
    </message>
</context>
<context>
    <name>PaperCard</name>
    <message>
        <source>Look at it</source>
        <translation>Regarder</translation>
    </message>
    <message>
        <source>Scan it again now…</source>
        <translation>Numériser de nouveau maintenant…</translation>
    </message>
    <message>
        <source>Add its file…</source>
        <translation>Ajouter son document…</translation>
    </message>
    <message>
        <source>Add the translation…</source>
        <translation>Ajouter la traduction…</translation>
    </message>
    <message>
        <source>Add the translator’s statement…</source>
        <translation>Ajouter la déclaration de traduction…</translation>
    </message>
    <message>
        <source>Its file is kept.</source>
        <translation>Son document est conservé.</translation>
    </message>
    <message>
        <source>Listed only: its file is not in the case file.</source>
        <translation>Mentionnée seulement&#xa0;: son document n’est pas dans le fichier de dossiers.</translation>
    </message>
    <message>
        <source>pages: {count}</source>
        <translation>pages&#xa0;: {count}</translation>
    </message>
    <message>
        <source>covered parts: {count}</source>
        <translation>parties masquées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>kept unopened</source>
        <translation>conservé sans être ouvert</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>conservé</translation>
    </message>
    <message>
        <source>Still missing: the translator’s statement.</source>
        <translation>Il manque encore&#xa0;: la déclaration de traduction.</translation>
    </message>
    <message>
        <source>Still missing: a translation and the translator’s statement.</source>
        <translation>Il manque encore&#xa0;: une traduction et la déclaration de traduction.</translation>
    </message>
    <message>
        <source>The translation</source>
        <translation>La traduction</translation>
    </message>
    <message>
        <source>The translator’s statement</source>
        <translation>La déclaration de traduction</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les documents (*)</translation>
    </message>
    <message>
        <source>Translation of {entry}</source>
        <translation>Traduction de {entry}</translation>
    </message>
    <message>
        <source>Translator’s statement on {entry}</source>
        <translation>Déclaration de traduction sur {entry}</translation>
    </message>
</context>
<context>
    <name>PaperFacts</name>
    <message>
        <source>What this file carries</source>
        <translation>Ce que ce document transporte</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>Ce qui part</translation>
    </message>
    <message>
        <source>The original stays as it came in</source>
        <translation>L’original reste tel qu’il est arrivé</translation>
    </message>
    <message>
        <source>Pages: {count}</source>
        <translation>Pages&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Nothing beside what is seen was found.</source>
        <translation>Rien d’autre que ce qui se voit n’a été trouvé.</translation>
    </message>
    <message>
        <source>It cannot be said: the file cannot be opened.</source>
        <translation>On ne peut pas le dire&#xa0;: le document ne s’ouvre pas.</translation>
    </message>
    <message>
        <source>Nothing: the packet lists it without a copy.</source>
        <translation>Rien&#xa0;: la trousse le mentionne sans copie.</translation>
    </message>
    <message>
        <source>Pictures of its text, set anew on pages, and nothing else that the file carries.</source>
        <translation>Des images de son texte, recomposé sur des pages, et rien d’autre de ce que le document transporte.</translation>
    </message>
    <message>
        <source>A picture of each page, and nothing else that the file carries.</source>
        <translation>Une image de chaque page, et rien d’autre de ce que le document transporte.</translation>
    </message>
    <message>
        <source>Covered parts are black, and what was below is gone. Boxes: {count}.</source>
        <translation>Les parties masquées sont noires, et ce qui était dessous a disparu. Cadres&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Its text, set anew, and nothing else that the file carries.</source>
        <translation>Son texte, recomposé, et rien d’autre de ce que le document transporte.</translation>
    </message>
</context>
<context>
    <name>PaperViewer</name>
    <message>
        <source>The paper is taken out of the case file…</source>
        <translation>La pièce est tirée du fichier de dossiers…</translation>
    </message>
    <message>
        <source>It is kept unopened. {why}</source>
        <translation>Elle est conservée sans être ouverte. {why}</translation>
    </message>
    <message>
        <source>The page is made…</source>
        <translation>La page se prépare…</translation>
    </message>
    <message>
        <source>These boxes came with the case, and the text may be set otherwise here. Look at each page: until you say that they cover the right words, nothing of this paper leaves.</source>
        <translation>Ces cadres sont arrivés avec le dossier, et le texte peut être composé autrement ici. Regardez chaque page&#xa0;: tant que vous n’avez pas dit qu’ils masquent les bons mots, rien de cette pièce ne sort.</translation>
    </message>
    <message>
        <source>Draw a box over what must not leave. By keyboard: N makes a box, arrows move it, Shift and arrows size it, Space goes to the next, Delete takes it away.</source>
        <translation>Tracez un cadre sur ce qui ne doit pas partir. Au clavier&#xa0;: N crée un cadre, les flèches le déplacent, Maj et les flèches en changent la taille, Espace passe au suivant, Suppr le retire.</translation>
    </message>
    <message>
        <source>Not found in the text of this paper.</source>
        <translation>Introuvable dans le texte de cette pièce.</translation>
    </message>
    <message>
        <source>{number} of {count}, page {page}: {excerpt}</source>
        <translation>{number} sur {count}, page {page}&#xa0;: {excerpt}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>PaperWindow</name>
    <message>
        <source>Paper {entry}</source>
        <translation>Pièce {entry}</translation>
    </message>
    <message>
        <source>Page of the paper</source>
        <translation>Page de la pièce</translation>
    </message>
    <message>
        <source>Text of the paper</source>
        <translation>Texte de la pièce</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PartsChoice</name>
    <message>
        <source>In it: all {count} parts</source>
        <translation>Ce qu’elle contient&#xa0;: les {count} parties</translation>
    </message>
    <message>
        <source>In it: {there} of {count} parts</source>
        <translation>Ce qu’elle contient&#xa0;: {there} parties sur {count}</translation>
    </message>
</context>
<context>
    <name>PeopleEditor</name>
    <message>
        <source>{person} from now on. A task says what to look at again.</source>
        <translation>Désormais {person}. Une tâche dit ce qu’il faut revoir.</translation>
    </message>
</context>
<context>
    <name>PersonBar</name>
    <message>
        <source>Previous person</source>
        <translation>Personne précédente</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Personne suivante</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>{person} · {filled} of {all} answered</source>
        <translation>{person} · {filled} sur {all} avec réponse</translation>
    </message>
</context>
<context>
    <name>PlacesPage</name>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Counted in persons who travel, by year of referral and partner. Planned referrals stand apart until they are made.</source>
        <translation>On compte les personnes qui voyagent, par année de recommandation et par partenaire. Les recommandations prévues sont à part tant qu’elles ne sont pas faites.</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Calcul en cours</translation>
    </message>
    <message>
        <source>Places by year and partner</source>
        <translation>Places par année et par partenaire</translation>
    </message>
    <message>
        <source>There is no case to count yet.</source>
        <translation>Il n’y a encore aucun dossier à compter.</translation>
    </message>
    <message>
        <source>Year and partner</source>
        <translation>Année et partenaire</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>Recommandées</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévues</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>May come later</source>
        <translation>Peut-être plus tard</translation>
    </message>
    <message>
        <source>Linked cases</source>
        <translation>Dossiers liés</translation>
    </message>
    <message>
        <source>{year}: how many places the stream has is not known</source>
        <translation>{year}&#xa0;: on ne sait pas combien de places compte le volet</translation>
    </message>
    <message>
        <source>{year}: the whole stream has {limit} places</source>
        <translation>{year}&#xa0;: tout le volet compte {limit} places</translation>
    </message>
    <message>
        <source>Together, {year}</source>
        <translation>Ensemble, {year}</translation>
    </message>
    <message>
        <source>No referral day on file</source>
        <translation>Sans date de recommandation au dossier</translation>
    </message>
    <message>
        <source>All partners</source>
        <translation>Tous les partenaires</translation>
    </message>
    <message>
        <source>Family who may come later and persons with a linked case: whether they take a place is not known.</source>
        <translation>Membres de la famille qui pourraient venir plus tard et personnes ayant un dossier lié&#xa0;: on ne sait pas s’ils prennent une place.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>page {number}</source>
        <translation>page {number}</translation>
    </message>
    <message>
        <source>pages {first} to {last}</source>
        <translation>pages {first} à {last}</translation>
    </message>
    <message>
        <source>Print (pages: {count})…</source>
        <translation>Imprimer (pages&#xa0;: {count})…</translation>
    </message>
    <message>
        <source>Sent to the printer: {count} pages. Fetch them at once.</source>
        <translation>Pages envoyées à l’imprimante&#xa0;: {count}. Allez les chercher tout de suite.</translation>
    </message>
    <message>
        <source>Stopped. Pages that the printer already had may still come out.</source>
        <translation>Arrêté. Des pages déjà transmises à l’imprimante peuvent encore sortir.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Many printers keep a copy of what they print, and an office printer may keep the name of who printed it. Use one that you trust, and stay beside it.</source>
        <translation>Bien des imprimantes gardent une copie de ce qu’elles impriment, et celle d’un bureau peut garder le nom de qui a imprimé. Servez-vous d’une imprimante sûre et restez à côté.</translation>
    </message>
    <message>
        <source>Parts to print</source>
        <translation>Parties à imprimer</translation>
    </message>
    <message>
        <source>On &amp;both sides of the sheet</source>
        <translation>Des &amp;deux côtés de la feuille</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
</context>
<context>
    <name>QuickEntry</name>
    <message>
        <source>Write what happened today</source>
        <translation>Écrire ce qui s’est passé aujourd’hui</translation>
    </message>
    <message>
        <source>A call, a visit, news…</source>
        <translation>Un appel, une visite, des nouvelles…</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Écrit par</translation>
    </message>
    <message>
        <source>Done writing</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>QuietNotice</name>
    <message>
        <source>Go on anyway</source>
        <translation>Continuer quand même</translation>
    </message>
    <message>
        <source>This section does not ask now: as the facts stand, another route fits better, and what is not needed is better not written down. What is here already stays as it is. The review names the other routes.</source>
        <translation>Cette section ne demande rien pour l’instant&#xa0;: selon les faits actuels, une autre voie convient mieux, et ce qui n’est pas nécessaire n’a pas à être écrit. Ce qui s’y trouve déjà reste tel quel. La révision indique les autres voies.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Caseload</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Trousses</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Couvrir</translation>
    </message>
    <message>
        <source>Cover every window, without locking (F12)</source>
        <translation>Couvrir toutes les fenêtres, sans verrouiller (F12)</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
</context>
<context>
    <name>RankedCodesEditor</name>
    <message>
        <source>Swap the two</source>
        <translation>Inverser les deux</translation>
    </message>
    <message>
        <source>Main: {first}. Then: {others}.</source>
        <translation>Principale&#xa0;: {first}. Ensuite&#xa0;: {others}.</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>Précisions</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>No single case is called so. Type its whole code or its alias.</source>
        <translation>Aucun dossier ne se distingue par ce nom. Tapez son code complet ou son alias.</translation>
    </message>
    <message>
        <source>Nothing like this stands in the record.</source>
        <translation>Rien de tel dans le registre.</translation>
    </message>
    <message>
        <source>Case: code or alias</source>
        <translation>Dossier&#xa0;: code ou alias</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Qui l’a fait</translation>
    </message>
    <message>
        <source>On which days</source>
        <translation>Quels jours</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Everything that was done</source>
        <translation>Tout ce qui a été fait</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>N’importe quel jour</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Les 7 derniers jours</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Les 30 derniers jours</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>Les 12 derniers mois</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>D’autres jours</translation>
    </message>
    <message>
        <source>Checking whether the record is whole…</source>
        <translation>Vérification du registre…</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Record of what was done</source>
        <translation>Registre de ce qui a été fait</translation>
    </message>
    <message>
        <source>Entries of the record</source>
        <translation>Inscriptions du registre</translation>
    </message>
</context>
<context>
    <name>ReferenceEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Non consigné</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Removing “{row}” also removes or changes this:</source>
        <translation>Retirer «&#xa0;{row}&#xa0;» retire ou modifie aussi ceci&#xa0;:</translation>
    </message>
    <message>
        <source>Remove “{row}”?</source>
        <translation>Retirer «&#xa0;{row}&#xa0;»?</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>et {number} de plus</translation>
    </message>
    <message>
        <source>It can be brought back for 30 days.</source>
        <translation>On peut le rétablir pendant 30 jours.</translation>
    </message>
    <message>
        <source>Remove all of this</source>
        <translation>Retirer tout cela</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <source>Choose a case file first.</source>
        <translation>Choisissez d’abord un fichier de dossiers.</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Tapez la phrase secrète.</translation>
    </message>
    <message>
        <source>Looking at the case file and at every backup of it…</source>
        <translation>Examen du fichier de dossiers et de chacune de ses copies…</translation>
    </message>
    <message>
        <source>Rebuilding the keys, and proving them…</source>
        <translation>Reconstitution des clés et vérification…</translation>
    </message>
    <message>
        <source>Cases that could be read</source>
        <translation>Dossiers qui ont pu être lus</translation>
    </message>
    <message>
        <source>A new folder for the cases</source>
        <translation>Un nouveau répertoire pour les dossiers</translation>
    </message>
    <message>
        <source>Reading case by case, and writing…</source>
        <translation>Lecture dossier par dossier, et écriture…</translation>
    </message>
    <message>
        <source>They are in the backup of {moment}. They are written only if this passphrase opens the case file with them. Nothing of the cases is lost. Keys that were revoked after that backup open the file again: look at them afterwards.</source>
        <translation>Elles se trouvent dans la copie du {moment}. Elles ne sont écrites que si cette phrase secrète ouvre le fichier avec elles. Rien des dossiers n’est perdu. Les clés révoquées après cette copie ouvrent de nouveau le fichier&#xa0;: vérifiez-les ensuite.</translation>
    </message>
    <message>
        <source>Made {moment}. Cases in it: {count}.</source>
        <translation>Faite le {moment}. Dossiers qu’elle contient&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>What was changed after it would be lost.</source>
        <translation>Ce qui a été modifié depuis serait perdu.</translation>
    </message>
    <message>
        <source>Changed after it, as far as can be read: {codes}. These changes would be lost.</source>
        <translation>Modifiés depuis, pour autant qu’on puisse le lire&#xa0;: {codes}. Ces modifications seraient perdues.</translation>
    </message>
    <message>
        <source>As far as can be read, nothing was changed after it.</source>
        <translation>Pour autant qu’on puisse le lire, rien n’a été modifié depuis.</translation>
    </message>
    <message>
        <source>Whole, as far as can be told: {count}.</source>
        <translation>Complets, pour autant qu’on puisse le dire&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>In part: {count} ({codes}).</source>
        <translation>En partie&#xa0;: {count} ({codes}).</translation>
    </message>
    <message>
        <source>Not at all: {count} ({codes}).</source>
        <translation>Pas du tout&#xa0;: {count} ({codes}).</translation>
    </message>
    <message>
        <source>There are backups of this file ({count}), but this passphrase opens none that is good. Try the passphrase you had before, or the recovery code. Keep the damaged file as it is.</source>
        <translation>Il y a des copies de ce fichier ({count}), mais cette phrase secrète n’en ouvre aucune en bon état. Essayez la phrase secrète que vous aviez avant, ou le code de récupération. Gardez le fichier endommagé tel quel.</translation>
    </message>
    <message>
        <source>No backup was found here, and nothing can be read. Plug in the stick or disk with backups and look again. Keep the damaged file as it is: somebody who recovers data from disks may still help.</source>
        <translation>Aucune copie n’a été trouvée ici, et rien ne peut être lu. Branchez la clé ou le disque de sauvegarde et cherchez de nouveau. Gardez le fichier endommagé tel quel&#xa0;: une personne qui récupère des données sur des disques pourra peut-être encore aider.</translation>
    </message>
    <message>
        <source>The keys are back. Close this window and open the case file.</source>
        <translation>Les clés sont rétablies. Fermez cette fenêtre et ouvrez le fichier de dossiers.</translation>
    </message>
    <message>
        <source>What was there is kept as {name}.</source>
        <translation>Ce qui s’y trouvait est gardé sous {name}.</translation>
    </message>
    <message>
        <source>Cases written whole: {whole}; in part: {parts}. They are in {path}</source>
        <translation>Dossiers écrits en entier&#xa0;: {whole}; en partie&#xa0;: {parts}. Ils sont dans {path}</translation>
    </message>
    <message>
        <source>A list in that folder says what is lost.</source>
        <translation>Une liste dans ce répertoire dit ce qui est perdu.</translation>
    </message>
    <message>
        <source>The folder of the case file, its name ends in .hrd</source>
        <translation>Le répertoire du fichier de dossiers; son nom se termine par .hrd</translation>
    </message>
    <message>
        <source>A damaged or lost case file</source>
        <translation>Un fichier de dossiers endommagé ou perdu</translation>
    </message>
    <message>
        <source>Nothing is changed by looking. The damaged file stays as it is.</source>
        <translation>Regarder ne change rien. Le fichier endommagé reste tel quel.</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>Fichier de dossiers</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Passphrase, or the recovery code</source>
        <translation>Phrase secrète, ou code de récupération</translation>
    </message>
    <message>
        <source>The keys can be rebuilt</source>
        <translation>Les clés peuvent être reconstituées</translation>
    </message>
    <message>
        <source>Rebuild the keys</source>
        <translation>Reconstituer les clés</translation>
    </message>
    <message>
        <source>There is a good backup</source>
        <translation>Il y a une copie en bon état</translation>
    </message>
    <message>
        <source>Restore it to a new place…</source>
        <translation>La restaurer à un nouvel endroit…</translation>
    </message>
    <message>
        <source>Cases can still be read</source>
        <translation>Des dossiers peuvent encore être lus</translation>
    </message>
    <message>
        <source>They are written without encryption. Choose a place that nobody else can open, bring them into a new case file, then delete them.</source>
        <translation>Ils sont écrits sans chiffrement. Choisissez un endroit que personne d’autre ne peut ouvrir, importez-les dans un nouveau fichier, puis supprimez-les.</translation>
    </message>
    <message>
        <source>Write the readable cases…</source>
        <translation>Écrire les dossiers lisibles…</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Travail en cours</translation>
    </message>
    <message>
        <source>Restore another backup…</source>
        <translation>Restaurer une autre copie…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>See what can be had back</source>
        <translation>Voir ce qui peut être récupéré</translation>
    </message>
</context>
<context>
    <name>Resembles</name>
    <message>
        <source>Resembles a person in {case}.</source>
        <translation>Ressemble à une personne du dossier {case}.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare with a person in {case}</source>
        <translation>Comparer avec une personne du dossier {case}</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>This is a backup of another case file. Type the passphrase that opened it then.</source>
        <translation>C’est la copie d’un autre fichier de dossiers. Tapez la phrase secrète qui l’ouvrait alors.</translation>
    </message>
    <message>
        <source>Choose a backup first. Its name ends in .hrdbackup.</source>
        <translation>Choisissez d’abord une copie de sauvegarde. Son nom se termine par .hrdbackup.</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Tapez la phrase secrète.</translation>
    </message>
    <message>
        <source>Looking into the backup…</source>
        <translation>Examen de la copie…</translation>
    </message>
    <message>
        <source>Made: {moment}</source>
        <translation>Faite le&#xa0;: {moment}</translation>
    </message>
    <message>
        <source>Cases in it: {count}</source>
        <translation>Dossiers qu’elle contient&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Last change: {moment}</source>
        <translation>Dernière modification&#xa0;: {moment}</translation>
    </message>
    <message>
        <source>Cases of {day}</source>
        <translation>Dossiers du {day}</translation>
    </message>
    <message>
        <source>Choose where the new case file is to be.</source>
        <translation>Choisissez où placer le nouveau fichier de dossiers.</translation>
    </message>
    <message>
        <source>Restoring, and reading back…</source>
        <translation>Restauration et relecture…</translation>
    </message>
    <message>
        <source>Restored and read back. The new case file is {path}</source>
        <translation>Restauré et relu. Le nouveau fichier de dossiers est {path}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>See what is in it</source>
        <translation>Voir ce qu’elle contient</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Choisir une copie de sauvegarde</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>New case file</source>
        <translation>Nouveau fichier de dossiers</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une copie de sauvegarde</translation>
    </message>
    <message>
        <source>A backup is restored to a new place. Nothing that is there is touched.</source>
        <translation>Une copie est restaurée à un nouvel endroit. Rien de ce qui existe n’est touché.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copie de sauvegarde</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Passphrase of that time, or the recovery code</source>
        <translation>Phrase secrète de ce moment-là, ou code de récupération</translation>
    </message>
    <message>
        <source>Restore it to</source>
        <translation>La restaurer dans</translation>
    </message>
    <message>
        <source>A new case file, opened with the same passphrase as the backup.</source>
        <translation>Un nouveau fichier de dossiers, qui s’ouvre avec la même phrase secrète que la copie.</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Travail en cours</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ReviewLines</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Days past: {days}</source>
        <translation>Jours écoulés&#xa0;: {days}</translation>
    </message>
    <message>
        <source>Days left: {days}</source>
        <translation>Jours restants&#xa0;: {days}</translation>
    </message>
    <message>
        <source>An answer is begun and not recorded.</source>
        <translation>Une réponse est commencée et n’est pas consignée.</translation>
    </message>
    <message>
        <source>Still needs: {fields}.</source>
        <translation>Il manque&#xa0;: {fields}.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Begun, not complete</source>
        <translation>Commencé, incomplet</translation>
    </message>
    <message>
        <source>Stands in the way</source>
        <translation>Fait obstacle</translation>
    </message>
    <message>
        <source>The packet cannot leave before these are settled.</source>
        <translation>La trousse ne peut pas partir avant que ces points soient réglés.</translation>
    </message>
    <message>
        <source>Waits for a lawyer</source>
        <translation>Attend un avis juridique</translation>
    </message>
    <message>
        <source>Only a dated review by a lawyer or regulated consultant settles these.</source>
        <translation>Seul l’examen daté d’un avocat, d’une avocate ou d’un consultant réglementé règle ces points.</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>The packet may leave with these. The partner does not see them.</source>
        <translation>La trousse peut partir avec ceux-ci. Le partenaire ne les voit pas.</translation>
    </message>
    <message>
        <source>Dates and things to watch</source>
        <translation>Dates et choses à surveiller</translation>
    </message>
    <message>
        <source>Ask next time</source>
        <translation>À demander la prochaine fois</translation>
    </message>
    <message>
        <source>Questions for the next meeting.</source>
        <translation>Questions pour la prochaine rencontre.</translation>
    </message>
    <message>
        <source>Print what to ask next…</source>
        <translation>Imprimer ce qu’il faut demander ensuite…</translation>
    </message>
    <message>
        <source>Checked for {day}, under the rules in force since {since}.</source>
        <translation>Vérifié pour le {day}, selon les règles en vigueur depuis le {since}.</translation>
    </message>
    <message>
        <source>Nothing is left to do here.</source>
        <translation>Il n’y a plus rien à faire ici.</translation>
    </message>
    <message>
        <source>Show the packet</source>
        <translation>Montrer la trousse</translation>
    </message>
    <message>
        <source>Next: look at the packet, read it with the person, then export it.</source>
        <translation>Ensuite&#xa0;: regardez la trousse, lisez-la avec la personne, puis exportez-la.</translation>
    </message>
    <message>
        <source>Next: read the warnings below, then look at the packet.</source>
        <translation>Ensuite&#xa0;: lisez les avertissements ci-dessous, puis regardez la trousse.</translation>
    </message>
    <message>
        <source>Next: start with the first line below. Each line leads to the place in the case.</source>
        <translation>Ensuite&#xa0;: commencez par la première ligne ci-dessous. Chaque ligne mène à l’endroit voulu du dossier.</translation>
    </message>
    <message>
        <source>Next: give the points below to a lawyer or regulated consultant.</source>
        <translation>Ensuite&#xa0;: remettez les points ci-dessous à un avocat, une avocate ou un consultant réglementé.</translation>
    </message>
    <message>
        <source>Next: look at each line below and see whether the facts are right.</source>
        <translation>Ensuite&#xa0;: regardez chaque ligne ci-dessous et voyez si les faits sont justes.</translation>
    </message>
    <message>
        <source>Next: check that the facts are right, then talk over the other routes with the person.</source>
        <translation>Ensuite&#xa0;: vérifiez que les faits sont justes, puis parlez des autres voies avec la personne.</translation>
    </message>
    <message>
        <source>Rules and kept checks…</source>
        <translation>Règles et vérifications conservées…</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Legal review</source>
        <translation>Examen juridique</translation>
    </message>
    <message>
        <source>Record a legal review</source>
        <translation>Inscrire un examen juridique</translation>
    </message>
    <message>
        <source>licence {number}</source>
        <translation>permis {number}</translation>
    </message>
    <message>
        <source>Facts before the reviewer: {facts}</source>
        <translation>Faits lus&#xa0;: {facts}</translation>
    </message>
    <message>
        <source>The facts have changed since, or not all of them were before the reviewer. It is read again.</source>
        <translation>Les faits ont changé depuis, ou tous n’ont pas été lus. Ce point est à lire de nouveau.</translation>
    </message>
    <message>
        <source>It counts from its date on.</source>
        <translation>Il compte à partir de sa date.</translation>
    </message>
    <message>
        <source>An earlier review.</source>
        <translation>Un examen antérieur.</translation>
    </message>
    <message>
        <source>This follows the items it rests on: once a lawyer has read those, it follows by itself.</source>
        <translation>Ce point suit ceux sur lesquels il repose&#xa0;: dès qu’un juriste les aura lus, il suivra de lui-même.</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>Never: {way}</source>
        <translation>Jamais&#xa0;: {way}</translation>
    </message>
    <message>
        <source>This entry is sealed: it shows here alone, and only while you ask for it.</source>
        <translation>Cette inscription est sous scellé&#xa0;: elle ne s’affiche qu’ici, et seulement tant que vous le demandez.</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>Retirer cette inscription</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add: {thing}</source>
        <translation>Ajouter&#xa0;: {thing}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Retiré.</translation>
    </message>
    <message>
        <source>{row}: now {number} of {all}.</source>
        <translation>{row}&#xa0;: maintenant {number} sur {all}.</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Kept checks</source>
        <translation>Vérifications conservées</translation>
    </message>
    <message>
        <source>A check is kept when a packet is exported, when the rules are new to the case, and when you ask for it.</source>
        <translation>Une vérification est conservée à l’exportation d’une trousse, quand les règles sont nouvelles pour le dossier et quand vous le demandez.</translation>
    </message>
    <message>
        <source>Keep this check</source>
        <translation>Conserver cette vérification</translation>
    </message>
    <message>
        <source>What other rules would change</source>
        <translation>Ce que d’autres règles changeraient</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Checked for {day}. {rules}</source>
        <translation>Vérifié à cette date&#xa0;: {day}. {rules}</translation>
    </message>
    <message>
        <source>Who refers: {partners}</source>
        <translation>Qui recommande&#xa0;: {partners}</translation>
    </message>
    <message>
        <source>Rules {name}, edition {edition}, in force from {since}</source>
        <translation>Règles {name}, édition {edition}, en vigueur depuis&#xa0;: {since}</translation>
    </message>
    <message>
        <source>Rules {name}, edition {edition}, in force from {since} (the day is not known)</source>
        <translation>Règles {name}, édition {edition}, en vigueur depuis&#xa0;: {since} (jour inconnu)</translation>
    </message>
    <message>
        <source>Older ones: {count}</source>
        <translation>Plus anciennes&#xa0;: {count}</translation>
    </message>
    <message>
        <source>None is kept yet.</source>
        <translation>Aucune n’est encore conservée.</translation>
    </message>
    <message>
        <source>packet exported</source>
        <translation>trousse exportée</translation>
    </message>
    <message>
        <source>draft of a packet exported</source>
        <translation>ébauche de trousse exportée</translation>
    </message>
    <message>
        <source>kept on request</source>
        <translation>conservée sur demande</translation>
    </message>
    <message>
        <source>first check under these rules</source>
        <translation>première vérification selon ces règles</translation>
    </message>
</context>
<context>
    <name>SafetyLine</name>
    <message>
        <source>Never: {ways}</source>
        <translation>Jamais&#xa0;: {ways}</translation>
    </message>
    <message>
        <source>Forbidden ways also for {persons}</source>
        <translation>Moyens interdits aussi pour {persons}</translation>
    </message>
    <message>
        <source>Safe ways</source>
        <translation>Moyens sûrs</translation>
    </message>
    <message>
        <source>Safe ways to reach the person</source>
        <translation>Moyens sûrs de joindre la personne</translation>
    </message>
    <message>
        <source>{way} (not every one: look first)</source>
        <translation>{way} (pas dans tous les cas&#xa0;: vérifiez d’abord)</translation>
    </message>
</context>
<context>
    <name>SavedLabel</name>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Enregistré à {time}</translation>
    </message>
</context>
<context>
    <name>ScanFolder</name>
    <message>
        <source>New files in the scan folder</source>
        <translation>Nouveaux documents dans le répertoire du numériseur</translation>
    </message>
    <message>
        <source>Stop following this folder</source>
        <translation>Ne plus suivre ce répertoire</translation>
    </message>
    <message>
        <source>This folder cannot be read.</source>
        <translation>Ce répertoire ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Add the files ticked ({count})</source>
        <translation>Ajouter les documents cochés ({count})</translation>
    </message>
    <message>
        <source>New in the scan folder. Tick what belongs to this case.</source>
        <translation>Nouveautés dans le répertoire du numériseur. Cochez ce qui appartient à ce dossier-ci.</translation>
    </message>
    <message>
        <source>Nothing new in the scan folder. Scan now.</source>
        <translation>Rien de nouveau dans le répertoire du numériseur. Numérisez maintenant.</translation>
    </message>
</context>
<context>
    <name>ScriptEditor</name>
    <message>
        <source>Type a part of the name</source>
        <translation>Taper une partie du nom</translation>
    </message>
    <message>
        <source>Add it as another name in use</source>
        <translation>L’ajouter comme autre nom utilisé</translation>
    </message>
    <message>
        <source>No script of that name in the list, or more than one. Nothing was changed.</source>
        <translation>Aucune écriture de ce nom dans la liste, ou plus d’une. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>These letters are: {script}. Use it</source>
        <translation>Ces lettres sont&#xa0;: {script}. L’utiliser</translation>
    </message>
    <message>
        <source>Suggested Latin spelling, letter by letter: {name}. Correct it as the person spells it.</source>
        <translation>Graphie latine proposée, lettre par lettre&#xa0;: {name}. À corriger selon la graphie de la personne.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>La montrer</translation>
    </message>
    <message>
        <source>Suggest one</source>
        <translation>En proposer une</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>La touche Verr. maj. est active.</translation>
    </message>
    <message>
        <source>Several words that do not belong together are strong and easy to tell.</source>
        <translation>Plusieurs mots sans lien entre eux sont solides et faciles à dire.</translation>
    </message>
</context>
<context>
    <name>SentBlock</name>
    <message>
        <source>Packets that left</source>
        <translation>Trousses parties</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Aucune pour l’instant.</translation>
    </message>
    <message>
        <source>Only the newest</source>
        <translation>Seulement la plus récente</translation>
    </message>
    <message>
        <source>Earlier editions ({count})</source>
        <translation>Éditions antérieures ({count})</translation>
    </message>
</context>
<context>
    <name>SentCard</name>
    <message>
        <source>Open as sent</source>
        <translation>Ouvrir telle qu’envoyée</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Add what became of it</source>
        <translation>Ajouter une suite</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Changed since it was sent: {count}</source>
        <translation>Modifications depuis l’envoi&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Nothing of it was changed since.</source>
        <translation>Rien n’en a été modifié depuis.</translation>
    </message>
    <message>
        <source>Edition {number} for {recipient}</source>
        <translation>Édition {number}, destinataire&#xa0;: {recipient}</translation>
    </message>
    <message>
        <source>{pages} pages in one file</source>
        <translation>{pages} pages en un fichier</translation>
    </message>
    <message>
        <source>{pages} pages in {files} files</source>
        <translation>{pages} pages en {files} fichiers</translation>
    </message>
    <message>
        <source>replaces edition {number}</source>
        <translation>remplace l’édition {number}</translation>
    </message>
    <message>
        <source>replaced by edition {number}</source>
        <translation>remplacée par l’édition {number}</translation>
    </message>
    <message>
        <source>Nothing is noted yet of how it went.</source>
        <translation>Rien n’est encore noté sur la suite.</translation>
    </message>
</context>
<context>
    <name>SentCards</name>
    <message>
        <source>Save a copy</source>
        <translation>Enregistrer une copie</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written, the same to the byte: {names}. It is not protected: whoever has it can read it.</source>
        <translation>Écrit, identique à l’octet près&#xa0;: {names}. La copie n’est pas protégée&#xa0;: quiconque l’a peut la lire.</translation>
    </message>
</context>
<context>
    <name>SentWords</name>
    <message>
        <source>Unknown: this file is none of the packets kept here. A copy that was changed, or saved anew by another program, is not the same file any more.</source>
        <translation>Inconnu&#xa0;: ce fichier n’est aucune des trousses conservées ici. Une copie modifiée, ou enregistrée de nouveau par un autre programme, n’est plus le même fichier.</translation>
    </message>
    <message>
        <source>This is edition {number} for {recipient} of {case}, {day}, to the byte. Edition {latest} has replaced it.</source>
        <translation>C’est à l’octet près l’édition {number} de {case}, {day}, destinataire&#xa0;: {recipient}. L’édition {latest} l’a remplacée.</translation>
    </message>
    <message>
        <source>This is edition {number} for {recipient} of {case}, {day}, to the byte: the newest one.</source>
        <translation>C’est à l’octet près l’édition {number} de {case}, {day}, destinataire&#xa0;: {recipient}. C’est la plus récente.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>As the computer</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minutes</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>L’arrêter</translation>
    </message>
    <message>
        <source>Finish it first, then lock</source>
        <translation>La terminer d’abord, puis verrouiller</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Lock when nobody has touched the program for</source>
        <translation>Verrouiller quand personne n’a touché au programme pendant</translation>
    </message>
    <message>
        <source>When locking while a packet is being written</source>
        <translation>Au verrouillage, pendant qu’une trousse s’écrit</translation>
    </message>
    <message>
        <source>The window is dark at once in either case. When the computer goes to sleep, the lid is closed or somebody signs out, it is always stopped.</source>
        <translation>Dans les deux cas, la fenêtre est masquée aussitôt. Si l’ordinateur se met en veille, si l’écran est rabattu ou si la session se ferme, l’écriture est toujours arrêtée.</translation>
    </message>
    <message>
        <source>Your initials</source>
        <translation>Vos initiales</translation>
    </message>
    <message>
        <source>Initials or a short sign, no whole name. The history of a case says with them who changed what. They may stay empty.</source>
        <translation>Des initiales ou un signe court, pas un nom entier. L’historique d’un dossier dit ainsi qui a modifié quoi. Le champ peut rester vide.</translation>
    </message>
    <message>
        <source>Remember where the case file is</source>
        <translation>Retenir où se trouve le fichier de dossiers</translation>
    </message>
    <message>
        <source>Only the place of the file, never what is in it. Switch it off if this computer may be searched.</source>
        <translation>Seulement l’emplacement du fichier, jamais son contenu. Désactivez-le si cet ordinateur peut être fouillé.</translation>
    </message>
    <message>
        <source>Passphrases, recovery sheet, office key</source>
        <translation>Phrases secrètes, feuille de récupération, clé de bureau</translation>
    </message>
    <message>
        <source>Keys of this case file…</source>
        <translation>Clés de ce fichier de dossiers…</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>by {who}</source>
        <translation>par {who}</translation>
    </message>
    <message>
        <source>together with other changes: {count}</source>
        <translation>avec d’autres modifications&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Put back what it was before</source>
        <translation>Rétablir ce que c’était avant</translation>
    </message>
    <message>
        <source>Remove it again</source>
        <translation>Le retirer de nouveau</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Le rétablir</translation>
    </message>
    <message>
        <source>Before: {before}
After: {after}</source>
        <translation>Avant&#xa0;: {before}
Après&#xa0;: {after}</translation>
    </message>
</context>
<context>
    <name>TaskPane</name>
    <message>
        <source>Not started</source>
        <translation>Pas commencé</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Not asked now</source>
        <translation>Pas demandé pour l’instant</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>À régler&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Write from the other side</source>
        <translation>Écrire de l’autre côté</translation>
    </message>
    <message>
        <source>{field}: write from the other side</source>
        <translation>{field}&#xa0;: écrire de l’autre côté</translation>
    </message>
</context>
<context>
    <name>TiesLine</name>
    <message>
        <source>Recorded already: {ties}</source>
        <translation>Déjà consigné&#xa0;: {ties}</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Open this entry</source>
        <translation>Ouvrir cette entrée</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Quoi montrer</translation>
    </message>
    <message>
        <source>Whose events</source>
        <translation>De qui</translation>
    </message>
    <message>
        <source>Which years</source>
        <translation>Quelles années</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Dessin</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Zoom in (plus key)</source>
        <translation>Rapprocher (touche plus)</translation>
    </message>
    <message>
        <source>Zoom out (minus key)</source>
        <translation>Éloigner (touche moins)</translation>
    </message>
    <message>
        <source>Timeline, drawn</source>
        <translation>Ligne du temps, dessinée</translation>
    </message>
    <message>
        <source>Timeline as a list</source>
        <translation>Ligne du temps en liste</translation>
    </message>
    <message>
        <source>Gaps and overlaps only</source>
        <translation>Vides et chevauchements seulement</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Last ten years</source>
        <translation>Dix dernières années</translation>
    </message>
    <message>
        <source>Last two years</source>
        <translation>Deux dernières années</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Toutes les années</translation>
    </message>
    <message>
        <source>No gap and no overlap in the years chosen.</source>
        <translation>Ni vide ni chevauchement dans les années choisies.</translation>
    </message>
    <message>
        <source>Shown: {count}.</source>
        <translation>Affichés&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Earlier than the years chosen: {count}.</source>
        <translation>Avant les années choisies&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Without a date, at the end of the list: {count}.</source>
        <translation>Sans date, à la fin de la liste&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Full colour is certain, pale is possible, hatched is a gap or an overlap.</source>
        <translation>Couleur pleine&#xa0;: certain; pâle&#xa0;: possible; hachures&#xa0;: vide ou chevauchement.</translation>
    </message>
    <message>
        <source>Choose an event with the arrow keys or the mouse.</source>
        <translation>Choisissez un événement avec les flèches ou la souris.</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
</context>
<context>
    <name>TodayGroup</name>
    <message>
        <source>Show more ({count})</source>
        <translation>En montrer plus ({count})</translation>
    </message>
</context>
<context>
    <name>TodayLine</name>
    <message>
        <source>Mark as done</source>
        <translation>Marquer comme fait</translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation>Fait&#xa0;: {task}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Deadlines are being worked out; cases not looked at yet today: {count}</source>
        <translation>Les échéances sont en cours de calcul; dossiers pas encore vus aujourd’hui&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Nouvelle tâche</translation>
    </message>
    <message>
        <source>There is no case in this file yet. A case begins with how to reach the person safely, and with what they agree to.</source>
        <translation>Ce fichier n’a encore aucun dossier. Un dossier commence par la façon de joindre la personne sans danger et par ce à quoi elle consent.</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouveau dossier</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>dans {days} jours</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>il y a {days} jours</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>Later, within 90 days</source>
        <translation>Plus tard, d’ici 90 jours</translation>
    </message>
    <message>
        <source>Tasks without a day</source>
        <translation>Tâches sans date</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>En attente d’une réponse</translation>
    </message>
    <message>
        <source>Closed: keep longer, or erase?</source>
        <translation>Fermés&#xa0;: conserver plus longtemps, ou effacer?</translation>
    </message>
    <message>
        <source>Not touched for 30 days</source>
        <translation>Sans activité depuis 30 jours</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>Rien n’est en retard.</translation>
    </message>
    <message>
        <source>No day to keep this week.</source>
        <translation>Aucune échéance cette semaine.</translation>
    </message>
    <message>
        <source>No day to keep in the next 90 days.</source>
        <translation>Aucune échéance dans les 90 prochains jours.</translation>
    </message>
    <message>
        <source>Nobody owes an answer.</source>
        <translation>Aucune réponse n’est attendue.</translation>
    </message>
    <message>
        <source>Every open case was worked on in the last 30 days.</source>
        <translation>Tous les dossiers ouverts ont été travaillés dans les 30 derniers jours.</translation>
    </message>
    <message>
        <source>Decision of the partner ({partner}) is awaited</source>
        <translation>Décision du partenaire ({partner}) attendue</translation>
    </message>
    <message>
        <source>Decision of the partner is awaited</source>
        <translation>Décision du partenaire attendue</translation>
    </message>
    <message>
        <source>Other application without a decision: {kind}</source>
        <translation>Autre demande sans décision&#xa0;: {kind}</translation>
    </message>
    <message>
        <source>A legal review asks for more facts: {item}</source>
        <translation>Un examen juridique demande plus de faits&#xa0;: {item}</translation>
    </message>
    <message>
        <source>Consent has ended: ask whether to renew it</source>
        <translation>Consentement échu&#xa0;: demander s’il est renouvelé</translation>
    </message>
    <message>
        <source>Questions to ask again: {count}</source>
        <translation>Questions à reposer&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Was to be kept until this day: decide what becomes of it</source>
        <translation>Devait être conservé jusqu’à ce jour&#xa0;: décidez de la suite</translation>
    </message>
    <message>
        <source>Last change: {day}</source>
        <translation>Dernière modification&#xa0;: {day}</translation>
    </message>
</context>
<context>
    <name>TravelDialog</name>
    <message>
        <source>Writing the travel file and reading it back…</source>
        <translation>Écriture du fichier de voyage et relecture…</translation>
    </message>
    <message>
        <source>Where to write the travel file</source>
        <translation>Où écrire le fichier de voyage</translation>
    </message>
    <message>
        <source>Case file (*.hrd)</source>
        <translation>Fichier de dossiers (*.hrd)</translation>
    </message>
    <message>
        <source>Choose the words that open it.</source>
        <translation>Choisissez les mots qui l’ouvrent.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Les deux ne sont pas identiques.</translation>
    </message>
    <message>
        <source>At home stay: {count} other cases, the record of what was done, and your keys. The cases that travel stay here as well.</source>
        <translation>Restent à la maison&#xa0;: {count} autres dossiers, le registre de ce qui a été fait, et vos clés. Les dossiers qui voyagent restent aussi ici.</translation>
    </message>
    <message>
        <source>The travel file is ready</source>
        <translation>Le fichier de voyage est prêt</translation>
    </message>
    <message>
        <source>1. Take this folder with you: it opens with its own passphrase. Leave this case file at home.</source>
        <translation>1. Emportez ce fichier de voyage&#xa0;: il s’ouvre avec sa propre phrase secrète. Laissez ce fichier de dossiers à la maison.</translation>
    </message>
    <message>
        <source>2. Work on these cases there. What is changed here meanwhile is compared when you return.</source>
        <translation>2. Travaillez là-bas sur ces dossiers. Ce qui change ici entre-temps est comparé au retour.</translation>
    </message>
    <message>
        <source>3. Back home: “File &gt; Hand over and travel &gt; Bring a travel file home”. Then erase the travel file.</source>
        <translation>3. Au retour&#xa0;: «&#xa0;Fichier &gt; Transmettre et voyager &gt; Ramener un fichier de voyage&#xa0;». Effacez ensuite le fichier de voyage.</translation>
    </message>
    <message>
        <source>Travel file</source>
        <translation>Fichier de voyage</translation>
    </message>
    <message>
        <source>Make a travel file</source>
        <translation>Faire un fichier de voyage</translation>
    </message>
    <message>
        <source>A small case file with only the cases you need on the way. What is not in it cannot be taken from you there.</source>
        <translation>Un petit fichier de dossiers, avec les seuls dossiers utiles en route. Ce qui n’y est pas ne peut pas vous y être pris.</translation>
    </message>
    <message>
        <source>&amp;Which cases travel</source>
        <translation>&amp;Quels dossiers voyagent</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the travel file</source>
        <translation>&amp;Phrase secrète du fichier de voyage</translation>
    </message>
    <message>
        <source>A new one: not that of this case file.</source>
        <translation>Une nouvelle&#xa0;: pas celle de ce fichier de dossiers.</translation>
    </message>
    <message>
        <source>The same &amp;once more</source>
        <translation>La même encore &amp;une fois</translation>
    </message>
    <message>
        <source>The same passphrase once more</source>
        <translation>La même phrase secrète encore une fois</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>Que faire maintenant</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose where to wri&amp;te it…</source>
        <translation>Choisir où l’écri&amp;re…</translation>
    </message>
</context>
<context>
    <name>TravelLine</name>
    <message>
        <source>Travelling since {day}: what you change here will be compared on return.</source>
        <translation>En voyage depuis le {day}&#xa0;: ce que vous changez ici sera comparé au retour.</translation>
    </message>
</context>
<context>
    <name>TypedEditor</name>
    <message>
        <source>Signs that are not seen (marks of direction, control characters) are left out.</source>
        <translation>Les signes invisibles (marques de direction, caractères de contrôle) sont laissés de côté.</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Choose a case file first.</source>
        <translation>Choisissez d’abord un fichier de dossiers.</translation>
    </message>
    <message>
        <source>Type a passphrase, or let one be suggested.</source>
        <translation>Tapez une phrase secrète, ou faites-en proposer une.</translation>
    </message>
    <message>
        <source>Type the passphrase or the recovery code.</source>
        <translation>Tapez la phrase secrète ou le code de récupération.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Les deux phrases secrètes ne sont pas pareilles.</translation>
    </message>
    <message>
        <source>New case file</source>
        <translation>Nouveau fichier de dossiers</translation>
    </message>
    <message>
        <source>The folder of the case file, its name ends in .hrd</source>
        <translation>Le répertoire du fichier de dossiers, dont le nom finit par .hrd</translation>
    </message>
    <message>
        <source>Make a case file</source>
        <translation>Créer un fichier de dossiers</translation>
    </message>
    <message>
        <source>Make the case file</source>
        <translation>Créer le fichier</translation>
    </message>
    <message>
        <source>Open a case file that is there</source>
        <translation>Ouvrir un fichier qui existe</translation>
    </message>
    <message>
        <source>Open a case file</source>
        <translation>Ouvrir un fichier de dossiers</translation>
    </message>
    <message>
        <source>Passphrase, or the recovery code from its sheet</source>
        <translation>Phrase secrète ou code de récupération</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Make a new case file instead</source>
        <translation>Créer plutôt un nouveau fichier</translation>
    </message>
    <message>
        <source>At least {least} characters: five or six ordinary words in a row are easy to keep and hard to guess. Nobody can bring it back; a recovery sheet, made right afterwards, opens the file too.</source>
        <translation>Au moins {least} caractères&#xa0;: cinq ou six mots ordinaires à la suite se retiennent bien et se devinent mal. Personne ne peut la retrouver; une feuille de récupération, faite juste après, ouvre aussi le fichier.</translation>
    </message>
    <message>
        <source>Everything in it is encrypted and stays on this computer.</source>
        <translation>Tout son contenu est chiffré et reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>Fichier de dossiers</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Afficher la phrase secrète</translation>
    </message>
    <message>
        <source>Suggest one</source>
        <translation>En proposer une</translation>
    </message>
    <message>
        <source>Write it down on paper now, and keep the paper away from this computer. Then type it once more below.</source>
        <translation>Notez-la maintenant sur papier et gardez le papier loin de cet ordinateur. Puis retapez-la ci-dessous.</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>Encore une fois la phrase secrète</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Le verrouillage des majuscules est activé.</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Open with the office key…</source>
        <translation>Ouvrir avec la clé de bureau…</translation>
    </message>
    <message>
        <source>Restore a backup, or rescue a damaged file…</source>
        <translation>Restaurer une copie, récupérer un fichier…</translation>
    </message>
</context>
<context>
    <name>WhoFillsWhat</name>
    <message>
        <source>Generic application form (IMM 0008)</source>
        <translation>Formulaire de demande générique pour le Canada (IMM 0008)</translation>
    </message>
    <message>
        <source>Schedule 2, Refugees Outside Canada</source>
        <translation>Annexe 2, Réfugiés hors Canada</translation>
    </message>
    <message>
        <source>Schedule A, Background (IMM 5669)</source>
        <translation>Annexe A, Antécédents (IMM 5669)</translation>
    </message>
    <message>
        <source>Use of a Representative (IMM 5476)</source>
        <translation>Recours aux services d’un représentant (IMM 5476)</translation>
    </message>
    <message>
        <source>Form of the guardian of a child (IMM 5590)</source>
        <translation>Formulaire du tuteur d’un enfant (IMM 5590)</translation>
    </message>
    <message>
        <source>Consent to share</source>
        <translation>Consentement à la communication</translation>
    </message>
    <message>
        <source>Gives biometrics</source>
        <translation>Fournit ses renseignements biométriques</translation>
    </message>
    <message>
        <source>Biometrics not clear yet: depends on the birth date</source>
        <translation>Biométrie pas encore claire&#xa0;: dépend de la date de naissance</translation>
    </message>
    <message>
        <source>Medical examination</source>
        <translation>Visite médicale</translation>
    </message>
    <message>
        <source>No medical examination at this stage</source>
        <translation>Pas de visite médicale à cette étape</translation>
    </message>
    <message>
        <source>Custody papers still to be found</source>
        <translation>Papiers de garde encore à trouver</translation>
    </message>
    <message>
        <source>Best-interests paper still to be made</source>
        <translation>Document sur l’intérêt supérieur de l’enfant encore à établir</translation>
    </message>
    <message>
        <source>Who fills what</source>
        <translation>Qui remplit quoi</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
</context>
<context>
    <name>WithdrawalDialog</name>
    <message>
        <source>Consent withdrawn</source>
        <translation>Consentement retiré</translation>
    </message>
    <message>
        <source>The person withdrew this consent today: {row}</source>
        <translation>La personne a retiré ce consentement aujourd’hui&#xa0;: {row}</translation>
    </message>
    <message>
        <source>From today nothing is shared on the strength of it. What somebody has read already cannot be unread: say so plainly, and ask whether those who received it should be told. Without a consent to keep the information, the case takes contact and safety only. Nothing is deleted by this.</source>
        <translation>À compter d’aujourd’hui, rien n’est communiqué sur cette base. Ce qui a déjà été lu ne peut être effacé des mémoires&#xa0;: dites-le simplement et demandez s’il faut avertir ceux qui l’ont reçu. Sans consentement à conserver les renseignements, le dossier n’accepte que le contact et la sécurité. Rien n’est supprimé ainsi.</translation>
    </message>
    <message>
        <source>Withdrawn today</source>
        <translation>Retiré aujourd’hui</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
</context>
<context>
    <name>WritingDialog</name>
    <message>
        <source>Choose at least one case.</source>
        <translation>Choisissez au moins un dossier.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
</TS>
