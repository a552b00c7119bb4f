;;; claimwright.el --- Claimwright in Emacs, by Eglot -*- lexical-binding: t -*-

;; For Emacs 28 with the packages `eglot' and `markdown-mode', or Emacs 29 and newer with `markdown-mode'.  Put this file
;; into your `load-path', and (require 'claimwright) into your init file.

;;; Code:

(require 'cl-lib)
(require 'eglot)
(require 'project)
(require 'subr-x)

;; Eglot watches only the folders that there are when it starts, so the server does it.
(defvar claimwright-command
  '("claimwright-lsp" "--stdio" :initializationOptions (:watchesFiles :json-false)))

(defvar claimwright-marks '(".claimwright.yaml" "schemas/claim.md" "inbox/queue" "inbox/archive")
  "Whatever of these a folder holds, it is a vault.")

(defun claimwright-project (directory)
  "The vault around DIRECTORY as a project, also where it is a part of a repository."
  (when-let ((root (locate-dominating-file
                    directory
                    (lambda (folder)
                      (seq-some (lambda (mark) (file-exists-p (expand-file-name mark folder)))
                                claimwright-marks)))))
    (cons 'claimwright (expand-file-name root))))

(cl-defmethod project-root ((project (head claimwright)))
  (cdr project))

(add-hook 'project-find-functions #'claimwright-project)

(defun claimwright-ensure ()
  "Starts the server for a note of a vault, and for no other Markdown."
  (when (and buffer-file-name (claimwright-project (file-name-directory buffer-file-name)))
    ;; Here alone: other Markdown keeps the server that it has.
    (setq-local eglot-server-programs
                (cons `((markdown-mode gfm-mode) . ,claimwright-command)
                      eglot-server-programs))
    (eglot-ensure)))

(add-hook 'markdown-mode-hook #'claimwright-ensure)

;; Eglot by itself offers only what begins with the word before point.  A title is found by any words of it, so what the
;; server answers is offered as it is.

(defun claimwright--point (position)
  "Where POSITION is, whose characters are counted in UTF-16 units."
  (save-excursion
    (save-restriction
      (widen)
      (goto-char (point-min))
      (forward-line (plist-get position :line))
      (let ((units (plist-get position :character)))
        (while (and (> units 0) (not (eolp)))
          (cl-decf units (if (> (char-after) #xffff) 2 1))
          (forward-char)))
      (point))))

(defun claimwright--items ()
  "What the server offers at point."
  (eglot--signal-textDocument/didChange)
  (append (plist-get (jsonrpc-request (eglot-current-server) :textDocument/completion
                                      (eglot--TextDocumentPositionParams))
                     :items)
          nil))

(defun claimwright--span (edit)
  (let ((range (plist-get edit :range)))
    (cons (claimwright--point (plist-get range :start))
          (claimwright--point (plist-get range :end)))))

(defun claimwright--put-in (item)
  "Makes the edits of ITEM: a link may also need brackets, quotes or a dash around it."
  (let* ((edit (plist-get item :textEdit))
         (caret (copy-marker (cdr (claimwright--span edit)) t))
         (edits (mapcar (lambda (each) (cons (claimwright--span each) (plist-get each :newText)))
                        (cons edit (append (plist-get item :additionalTextEdits) nil)))))
    (dolist (each (sort edits (lambda (one other) (> (caar one) (caar other)))))
      (goto-char (caar each))
      (delete-region (caar each) (cdar each))
      (insert (cdr each)))
    (goto-char caret)))

(defun claimwright-completion-at-point ()
  "Completes links, headings, blocks, fields and their values."
  (when-let ((items (claimwright--items)))
    (let* ((start (car (claimwright--span (plist-get (car items) :textEdit))))
           (typed (buffer-substring-no-properties start (point)))
           (offered (lambda (string)
                      (unless (or (equal string typed)
                                  (not (equal string (buffer-substring-no-properties
                                                      start (point)))))
                        (setq typed string items (claimwright--items)))
                      (mapcar (lambda (item) (propertize (plist-get item :label) 'item item))
                              items))))
      (list start (point)
            (lambda (string _predicate action)
              (cond ((eq action 'metadata)
                     '(metadata (category . claimwright)
                                (display-sort-function . identity)
                                (cycle-sort-function . identity)))
                    ((eq (car-safe action) 'boundaries) nil)
                    ((eq action 'lambda) (member string (funcall offered string)))
                    ((eq action t) (funcall offered string))
                    (t string)))
            :annotation-function
            (lambda (label)
              (concat " " (plist-get (get-text-property 0 'item label) :detail)))
            :exclusive 'no
            :exit-function
            (lambda (label status)
              (let ((item (or (get-text-property 0 'item label)
                              (cl-find label items :test #'equal
                                       :key (lambda (each) (plist-get each :label))))))
                (when (and item (memq status '(finished sole exact)))
                  ;; The edits are for the text as it was.
                  (delete-region start (point))
                  (insert typed)
                  (claimwright--put-in item))))))))

(defun claimwright--try (string table predicate point)
  (let ((all (all-completions string table predicate)))
    (cond ((null all) nil)
          ((cdr all) (cons string point))
          ((equal (car all) string) t)
          (t (cons (car all) (length (car all)))))))

(defun claimwright--all (string table predicate _point)
  (all-completions string table predicate))

(add-to-list 'completion-styles-alist
             '(claimwright claimwright--try claimwright--all "What the server found, in its order."))
(add-to-list 'completion-category-defaults '(claimwright (styles claimwright)))

(defun claimwright--managed ()
  (when (and (derived-mode-p 'markdown-mode) (eglot-current-server)
             (claimwright-project default-directory))
    (setq-local completion-at-point-functions '(claimwright-completion-at-point t))))

(add-hook 'eglot-managed-mode-hook #'claimwright--managed)

(provide 'claimwright)
;;; claimwright.el ends here
